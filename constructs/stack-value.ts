import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * Lets other stacks read a value that this one puts together. CDK would have each of them put it
 * together again, and `Fn::Split` takes no value of another stack. What reads it has to depend on
 * this stack by itself.
 */
export function stackValue(scope: Construct, id: string, value: string): string {
  const stack = Stack.of(scope);
  const output = new CfnOutput(scope, id, { value });
  return Fn.getStackOutput(stack.stackName, output.logicalId, stack.region);
}
