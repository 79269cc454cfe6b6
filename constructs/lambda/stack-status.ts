import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

const client = new CloudFormationClient({});

/**
 * The status of a stack, such as `UPDATE_ROLLBACK_IN_PROGRESS`; empty when there is no such stack.
 *
 * @throws when CloudFormation refuses or does not answer in time
 */
export async function stackStatus(stack: string, longestWaitMs: number): Promise<string> {
  const abortSignal = AbortSignal.timeout(longestWaitMs);
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }), { abortSignal });
  return Stacks[0]?.StackStatus ?? '';
}
