import type { TargetName } from '../deployment';
import type { Move } from './move';
import { output, service } from './stacks';
import type { Check } from './step';

/** Express calls the application's container so, and ECS every other target's. */
const containerName = (target: TargetName) => (target === 'express' ? 'Main' : 'app');

/**
 * Where the task runs. On instances the cluster and the task definition say it all. App Runner runs
 * nothing that ends, so its jobs run on Fargate, as those of Fargate and Express do.
 */
const place = (target: TargetName) =>
  target === 'ec2' ? '' : ' --launch-type FARGATE --network-configuration "$place"';

export interface OneOff {
  readonly target: TargetName;
  readonly command: readonly string[];
  /** What differs from the server's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the server's own task once with another command, and prints how it ended. */
export function oneOff({ target, command, environment = {} }: OneOff): string[] {
  const stack = service(target);
  const variables = Object.entries(environment).map(([name, value]) => ({ name, value }));
  const override = {
    name: containerName(target),
    command,
    ...(variables.length > 0 && { environment: variables }),
  };
  return [
    `cluster=${output(stack, 'JobCluster')}`,
    ...(target === 'ec2'
      ? []
      : [
          `place="awsvpcConfiguration={subnets=[${output(stack, 'JobSubnets')}],securityGroups=[${output(stack, 'JobSecurityGroup')}]}"`,
        ]),
    `task=$(aws ecs run-task --cluster "$cluster" --task-definition ${output(stack, 'JobTaskDefinition')}${place(target)} ` +
      `--overrides '${JSON.stringify({ containerOverrides: [override] })}' --query "tasks[0].taskArn" --output text)`,
    'aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"',
    'aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query "tasks[0].[containers[0].exitCode,stoppedReason]" --output text',
  ];
}

/**
 * What proves that the new side reaches its stores, where nobody can call it yet: the load balancer lets
 * only CloudFront in. The bundled image reads the whole database and writes it to the backup bucket.
 */
export function reachesItsStores({ start: { image, container }, to }: Move): Check[] {
  const command = image === 'bundled' ? ['export'] : container.migrateCommand;
  if (!command) return [];
  return [
    {
      what:
        image === 'bundled'
          ? 'a task of the new side reads the database, and writes an export to the backup bucket: a fresh backup as well'
          : 'a task of the new side reaches the database; the migration ran before, so it changes nothing',
      commands: oneOff({ target: to, command }),
      expect: '0, and Essential container in task exited',
    },
  ];
}
