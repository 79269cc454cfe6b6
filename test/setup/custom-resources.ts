import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import type { customResource } from '../../constructs/lambda/custom-resource';
import { startAnswerBox } from './handlers';

/* What CloudFormation sends to a custom resource, and what it gets back. */

export type ResourceHandler = ReturnType<typeof customResource>;

export interface Answer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
}

export interface Request {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Of the version before; an update's only. @default - the same properties */
  readonly oldProperties?: Readonly<Record<string, unknown>>;
  /** @default - 'made-before'; a creation has none */
  readonly physicalId?: string;
}

export const stackId = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-service/1';
export const logicalId = 'TheResource';

export function eventOf(
  request: Request,
  ResponseURL = 'http://127.0.0.1/unused',
): CloudFormationCustomResourceEvent {
  const { type, properties = {}, oldProperties = properties, physicalId = 'made-before' } = request;
  const ServiceToken = 'arn:aws:lambda:eu-west-1:111122223333:function:handler';
  const common = {
    ServiceToken,
    ResponseURL,
    StackId: stackId,
    RequestId: 'request-1',
    LogicalResourceId: logicalId,
    ResourceType: 'Custom::Resource',
    ResourceProperties: { ServiceToken, ...properties },
  };
  if (type === 'Create') return { ...common, RequestType: type };
  if (type === 'Delete') return { ...common, RequestType: type, PhysicalResourceId: physicalId };
  return {
    ...common,
    RequestType: type,
    PhysicalResourceId: physicalId,
    OldResourceProperties: { ServiceToken, ...oldProperties },
  };
}

/** Sends one request to a handler that has `limitMs` to answer, and resolves to what CloudFormation gets. */
export async function answerTo(
  handler: ResourceHandler,
  request: Request,
  limitMs = 60_000,
): Promise<Answer> {
  const box = await startAnswerBox();
  const end = Date.now() + limitMs;
  await handler(eventOf(request, box.url), {
    getRemainingTimeInMillis: () => end - Date.now(),
    logGroupName: 'the-log-of-the-function',
  });
  await box.close();
  const [answer, ...others] = box.received;
  if (answer === undefined || others.length > 0)
    throw new Error(`CloudFormation got ${box.received.length} answers, not one.`);
  return JSON.parse(answer) as Answer;
}

/** CloudFormation's answer to DescribeStacks. */
export const stackIn = (status: string) => ({
  body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>shop</StackName><StackStatus>${status}</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
});
