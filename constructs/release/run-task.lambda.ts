import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeTasksCommand,
  ECSClient,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource, physicalIdOf, type Outcome } from '../lambda/custom-resource';

const properties = z.object({
  Cluster: z.string(),
  CapacityProvider: z.string(),
  TaskDefinition: z.string(),
  Container: z.string(),
  Command: z.array(z.string()),
  /** Absent where tasks share the network of their instance. */
  Network: z.object({ Subnets: z.array(z.string()), SecurityGroup: z.string() }).optional(),
  LogGroup: z.string(),
  LogStreamPrefix: z.string(),
});
type Properties = z.output<typeof properties>;

/** Lambda stops after 15 minutes; the last minute is for stopping the task and answering CloudFormation. */
const longestRunMs = 14 * 60_000;
const pollMs = 3000;
const longestPropagationMs = 60_000;

const ecs = new ECSClient({});
const cloudFormation = new CloudFormationClient({});

export interface Clock {
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
}

/** Runs a task to its end each time the task definition is a new one; fails unless it exits with 0. */
export function runTask(clock: Clock): (event: CloudFormationCustomResourceEvent) => Promise<Outcome> {
  return async (event) => {
    if (event.RequestType === 'Delete') return { physicalId: physicalIdOf(event) };
    const wanted = properties.parse(event.ResourceProperties);
    const physicalId = event.LogicalResourceId;
    if (event.RequestType === 'Update') {
      const before = properties.parse(event.OldResourceProperties);
      if (before.TaskDefinition === wanted.TaskDefinition) return { physicalId };
      // Migrations only go forward: a rollback starts the old version without one.
      if (await isRollingBack(event.StackId)) return { physicalId };
    }
    const taskArn = await start(wanted, event.RequestId, clock);
    const task = await ended(taskArn, wanted, clock);
    refuseFailure(task, taskArn, wanted);
    return { physicalId };
  };
}

async function isRollingBack(stack: string): Promise<boolean> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
  return Stacks.some(({ StackStatus = '' }) => StackStatus.includes('ROLLBACK'));
}

async function start(wanted: Properties, requestId: string, clock: Clock): Promise<string> {
  const { tasks = [], failures = [] } = await onceAllowed(clock, () =>
    ecs.send(
      new RunTaskCommand({
        cluster: wanted.Cluster,
        taskDefinition: wanted.TaskDefinition,
        capacityProviderStrategy: [{ capacityProvider: wanted.CapacityProvider }],
        networkConfiguration: wanted.Network && {
          awsvpcConfiguration: {
            subnets: wanted.Network.Subnets,
            securityGroups: [wanted.Network.SecurityGroup],
            assignPublicIp: 'DISABLED',
          },
        },
        overrides: { containerOverrides: [{ name: wanted.Container, command: wanted.Command }] },
        propagateTags: 'TASK_DEFINITION',
        // Lambda may deliver a request twice; with the same token ECS returns the running task.
        clientToken: requestId,
      }),
    ),
  );
  const taskArn = tasks[0]?.taskArn;
  if (taskArn) return taskArn;
  const reasons = failures
    .map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': '))
    .join('; ');
  throw new Error(`${commandOf(wanted)} was not started: ${reasons || 'ECS gave no reason'}`);
}

/** The policy names this revision only, so it is as new as the revision, and IAM applies it with a delay. */
async function onceAllowed<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  const deadline = clock.now() + longestPropagationMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const isDenied = error instanceof Error && error.name === 'AccessDeniedException';
      if (!isDenied || clock.now() > deadline) throw error;
      await clock.pause(pollMs);
    }
  }
}

async function ended(taskArn: string, wanted: Properties, clock: Clock): Promise<Task> {
  const deadline = clock.now() + longestRunMs;
  while (clock.now() < deadline) {
    const { tasks = [] } = await ecs.send(
      new DescribeTasksCommand({ cluster: wanted.Cluster, tasks: [taskArn] }),
    );
    if (tasks[0]?.lastStatus === 'STOPPED') return tasks[0];
    await clock.pause(pollMs);
  }
  await ecs.send(
    new StopTaskCommand({ cluster: wanted.Cluster, task: taskArn, reason: 'Not done after 14 minutes' }),
  );
  throw new Error(`${commandOf(wanted)} was stopped: not done after 14 minutes. ${logOf(taskArn, wanted)}`);
}

function refuseFailure(task: Task, taskArn: string, wanted: Properties): void {
  const exitCode = task.containers?.find(({ name }) => name === wanted.Container)?.exitCode;
  if (exitCode === 0) return;
  const what =
    exitCode === undefined
      ? `did not start: ${task.stoppedReason ?? 'ECS gave no reason'}.`
      : `failed with exit code ${exitCode}.`;
  throw new Error(`${commandOf(wanted)} ${what} ${logOf(taskArn, wanted)}`);
}

const commandOf = ({ Command }: Properties) => `The task "${Command.join(' ')}"`;

const logOf = (taskArn: string, { LogGroup, LogStreamPrefix, Container }: Properties) =>
  `See log group ${LogGroup}, stream ${LogStreamPrefix}/${Container}/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`;

export const handler = customResource(runTask({ now: Date.now, pause: setTimeout }));
