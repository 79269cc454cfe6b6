import type { TargetName } from '../deployment';
import { containerNames, jobOutputs, serviceStack } from '../stacks/names';
import type { Move } from './move';
import { output } from './stacks';
import type { Check } from '../steps/check';

/** The application's container in the target's task definition. */
const containerName = (target: TargetName) =>
  target === 'express' ? containerNames.express : containerNames.application;

/**
 * Options for where the task runs. On EC2 the cluster and the task definition decide it. App Runner cannot
 * run a task that ends, so its jobs run on Fargate, as those of Fargate and Express do.
 */
const place = (target: TargetName) =>
  target === 'ec2' ? '' : ' --launch-type FARGATE --network-configuration "$place"';

export interface OneOff {
  readonly target: TargetName;
  readonly command: readonly string[];
  /** Variables that differ from the server's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the server's task definition once with another command, and prints its exit code; the last line fails unless that is 0. */
export function oneOff({ target, command, environment = {} }: OneOff): string[] {
  const stack = serviceStack(target);
  const variables = Object.entries(environment).map(([name, value]) => ({ name, value }));
  const override = {
    name: containerName(target),
    command,
    ...(variables.length > 0 && { environment: variables }),
  };
  return [
    `cluster=${output(stack, jobOutputs.cluster)}`,
    ...(target === 'ec2'
      ? []
      : [
          `place="awsvpcConfiguration={subnets=[${output(stack, jobOutputs.subnets)}],securityGroups=[${output(stack, jobOutputs.securityGroup)}]}"`,
        ]),
    `task=$(aws ecs run-task --cluster "$cluster" --task-definition ${output(stack, jobOutputs.taskDefinition)}${place(target)} ` +
      `--overrides '${JSON.stringify({ containerOverrides: [override] })}' --query "tasks[0].taskArn" --output text)`,
    'aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"',
    'result=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query "tasks[0].[containers[0].exitCode,stoppedReason]" --output text)',
    'echo "$result" && [ "${result%%[!0-9]*}" = 0 ]',
  ];
}

/**
 * Checks that the new target reaches its stores. It has no public address yet, as its load balancer accepts
 * CloudFront only. The bundled image reads the whole database and writes it to the backup bucket.
 */
export function reachesItsStores({ start: { image, container }, to }: Move): Check[] {
  const command = image === 'bundled' ? ['export'] : container.migrateCommand;
  if (!command) return [];
  return [
    {
      what:
        image === 'bundled'
          ? 'a task of the new target reads the database and writes an export to the backup bucket, which is also a new backup'
          : 'a task of the new target reaches the database; the migration already ran, so this changes nothing',
      commands: oneOff({ target: to, command }),
      expect: '0 and Essential container in task exited',
      matches: '^0\\s',
    },
  ];
}
