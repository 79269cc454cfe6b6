import { setTimeout } from 'node:timers/promises';
import {
  DescribeTasksCommand,
  ECSClient,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource, type Work } from '../lambda/custom-resource';
import { stackStatus } from '../lambda/stack-status';

/** In a rollback another version's properties arrive, so a property that is added later must be optional. */
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

const pollMs = 3000;
/** Kept for stopping a task that has not ended. */
const stopMs = 30_000;
const statusMs = 20_000;
/** Of one question about the state of the task. */
const requestMs = 10_000;
/** So many questions in a row may fail: IAM may take a minute to apply the right, and ECS may be down for a moment. */
const failuresInARow = 20;

const ecs = new ECSClient({});

type Pause = (milliseconds: number) => Promise<unknown>;

/**
 * Runs a task to its end each time the task definition is a new one; fails unless it exits with 0.
 * Whatever it waits for, it stops the task in time to answer.
 */
export function runTask(pause: Pause): Work {
  return async (event, timeLeft) => {
    if (!(await isForNewVersion(event))) return undefined;
    const wanted = properties.parse(event.ResourceProperties);
    const taskArn = await started(wanted, event.RequestId);
    const task = await ended(taskArn, wanted, pause, () => timeLeft() - stopMs);
    refuseFailure(task, taskArn, wanted);
    return undefined;
  };
}

/** Reads no property but the task definition: another version of the product may have had other ones. */
async function isForNewVersion(event: CloudFormationCustomResourceEvent): Promise<boolean> {
  if (event.RequestType === 'Delete') return false;
  if (event.RequestType === 'Create') return true;
  const before: unknown = event.OldResourceProperties.TaskDefinition;
  const after: unknown = event.ResourceProperties.TaskDefinition;
  if (before !== undefined && before === after) return false;
  // Migrations only go forward: a rollback starts the old version without one.
  return !(await stackStatus(event.StackId, statusMs)).includes('ROLLBACK');
}

async function started(wanted: Properties, requestId: string): Promise<string> {
  // The policy names this revision only, so the right is as new as the revision; `customResource` repeats the call.
  const { tasks = [], failures = [] } = await ecs.send(
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
  );
  const taskArn = tasks[0]?.taskArn;
  if (taskArn) return taskArn;
  const reasons = failures
    .map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': '))
    .join('; ');
  throw new Error(`${commandOf(wanted)} was not started: ${reasons || 'ECS gave no reason'}`);
}

async function ended(
  taskArn: string,
  wanted: Properties,
  pause: Pause,
  timeLeft: () => number,
): Promise<Task> {
  const minutes = Math.floor(timeLeft() / 60_000);
  let failures = 0;
  while (timeLeft() > 0) {
    try {
      const task = await describe(taskArn, wanted, Math.min(requestMs, timeLeft()));
      if (task?.lastStatus === 'STOPPED') return task;
      failures = 0;
    } catch (error) {
      failures++;
      const reason = error instanceof Error ? error.message : String(error);
      if (failures === failuresInARow) return stop(taskArn, wanted, `its state is unknown: ${reason}`);
    }
    await pause(pollMs);
  }
  return stop(taskArn, wanted, `not done after ${minutes} minutes`);
}

async function describe(
  taskArn: string,
  { Cluster }: Properties,
  limitMs: number,
): Promise<Task | undefined> {
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: Cluster, tasks: [taskArn] }), {
    abortSignal: AbortSignal.timeout(limitMs),
  });
  return tasks[0];
}

/** A task that is not waited for must not go on: the release has failed, and the former version may start. */
async function stop(taskArn: string, wanted: Properties, reason: string): Promise<never> {
  const abortSignal = AbortSignal.timeout(stopMs / 2);
  const stopped = await ecs
    .send(new StopTaskCommand({ cluster: wanted.Cluster, task: taskArn, reason }), { abortSignal })
    .then(
      () => 'was stopped',
      (error: unknown) => `could not be stopped (${error instanceof Error ? error.message : String(error)})`,
    );
  throw new Error(`${commandOf(wanted)} ${stopped}: ${reason}. ${logOf(taskArn, wanted)}`);
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

export const handler = customResource(runTask(setTimeout));
