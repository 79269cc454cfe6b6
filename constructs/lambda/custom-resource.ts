import { setTimeout as wait } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { stackStatus } from './stack-status';

/** For `Fn::GetAtt`; undefined when the resource has none. */
export type Attributes = Readonly<Record<string, string>> | undefined;

/**
 * Creates, updates or deletes a custom resource. It may be called more than once for one request.
 *
 * @param timeLeft milliseconds until it must be done
 */
export type Work = (event: CloudFormationCustomResourceEvent, timeLeft: () => number) => Promise<Attributes>;

type Pause = (milliseconds: number) => Promise<unknown>;
type LambdaContext = Pick<Context, 'getRemainingTimeInMillis' | 'logGroupName'>;

/** CloudFormation takes an answer of 4 KB at most, and all but the reason is short. */
const longestReason = 3000;
/** Milliseconds that are kept for the answer. */
const answerMs = 5000;
/** Milliseconds of these in which CloudFormation must say whether the stack rolls back. */
const excuseMs = 2000;
/** IAM applies a new policy with a delay; milliseconds. */
const propagationMs = 60_000;
const retryMs = 3000;
/** Names of the errors for a right that is missing, or not there yet. */
const denied = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

/**
 * A Lambda handler that does `work` for CloudFormation and always answers, also when the work fails or
 * the time limit of the function comes near; without an answer CloudFormation would wait for an hour.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 *
 * The physical id never changes: another one would make CloudFormation delete the resource of the old one.
 */
export function customResource(
  work: Work,
  pause: Pause = wait,
): (event: CloudFormationCustomResourceEvent, context: LambdaContext) => Promise<void> {
  return async (event, context) => {
    const result = await resultOf(onceAllowed(work, pause), event, context);
    const { StackId, RequestId, LogicalResourceId } = event;
    const response = await fetch(event.ResponseURL, {
      method: 'PUT',
      // The address is signed for a body without a content type, which a string would bring along.
      body: Buffer.from(
        JSON.stringify({
          ...result,
          PhysicalResourceId: physicalIdOf(event),
          StackId,
          RequestId,
          LogicalResourceId,
        }),
      ),
    });
    if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`);
  };
}

function onceAllowed(work: Work, pause: Pause): Work {
  return async (event, timeLeft) => {
    const leftAtEnd = Math.max(timeLeft() - propagationMs, 2 * retryMs);
    for (;;) {
      try {
        return await work(event, timeLeft);
      } catch (error) {
        if (!isDenied(error) || timeLeft() < leftAtEnd) throw error;
        await pause(retryMs);
      }
    }
  };
}

/** Whether a right is missing, or not there yet; also as the cause of an error. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && (denied.has(error.name) || isDenied(error.cause));
}

interface Result {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly Data?: Attributes;
}

async function resultOf(
  work: Work,
  event: CloudFormationCustomResourceEvent,
  context: LambdaContext,
): Promise<Result> {
  try {
    return { Status: 'SUCCESS', Data: await inTime(work, event, context) };
  } catch (error) {
    const Reason = (error instanceof Error ? error.message : String(error)).slice(0, longestReason);
    console.error({ message: Reason, request: event.RequestType });
    // An error here would end the way back to the former version in UPDATE_ROLLBACK_FAILED.
    const isExcused = event.RequestType === 'Update' && (await isRollingBack(event.StackId));
    return isExcused ? { Status: 'SUCCESS' } : { Status: 'FAILED', Reason };
  }
}

async function inTime(
  work: Work,
  event: CloudFormationCustomResourceEvent,
  context: LambdaContext,
): Promise<Attributes> {
  const timeLeft = () => context.getRemainingTimeInMillis() - answerMs;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(tooLate(event, context))), Math.max(0, timeLeft()));
  });
  try {
    return await Promise.race([work(event, timeLeft), limit]);
  } finally {
    clearTimeout(timer);
  }
}

const tooLate = (
  { LogicalResourceId, RequestType }: CloudFormationCustomResourceEvent,
  { logGroupName }: LambdaContext,
) =>
  `${LogicalResourceId}: the request ${RequestType} was not done before the time limit of its function. See log group ${logGroupName}.`;

/** False also where the function cannot ask, as in a network without a way to CloudFormation. */
async function isRollingBack(stack: string): Promise<boolean> {
  const status = await stackStatus(stack, excuseMs).catch(() => '');
  return status.includes('ROLLBACK');
}

/** The physical id so far; CloudFormation requires one also when the creation fails. */
function physicalIdOf(event: CloudFormationCustomResourceEvent): string {
  return 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId;
}
