import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

export interface Outcome {
  /** Another one than before makes CloudFormation delete the resource of the old one. */
  readonly physicalId: string;
  /** Attributes for `Fn::GetAtt`. @default - none */
  readonly data?: Readonly<Record<string, string>>;
}

/** CloudFormation takes an answer of 4 KB at most, and all but the reason is short. */
const longestReason = 3000;

/**
 * A Lambda handler that does `work` for CloudFormation and always answers, with the error's text when
 * it fails; without an answer CloudFormation would wait for an hour.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export function customResource(
  work: (event: CloudFormationCustomResourceEvent) => Promise<Outcome>,
): (event: CloudFormationCustomResourceEvent) => Promise<void> {
  return async (event) => {
    const answer = await work(event).then(
      ({ physicalId, data }) => ({ Status: 'SUCCESS', PhysicalResourceId: physicalId, Data: data }),
      (error: unknown) => ({
        Status: 'FAILED',
        PhysicalResourceId: physicalIdOf(event),
        Reason: (error instanceof Error ? error.message : String(error)).slice(0, longestReason),
      }),
    );
    const { StackId, RequestId, LogicalResourceId } = event;
    const response = await fetch(event.ResponseURL, {
      method: 'PUT',
      // The address is signed for a body without a content type, which a string would bring along.
      body: Buffer.from(JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId })),
    });
    if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`);
  };
}

/** The physical id so far; CloudFormation requires one also when the creation fails. */
export function physicalIdOf(event: CloudFormationCustomResourceEvent): string {
  return 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId;
}
