import { CfnOutput, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Holds the outputs of a stack. */
class PublishedValues extends Construct {}

/**
 * Publishes values for other stacks, whether or not one of them reads the value now.
 *
 * CDK publishes an output for as long as another stack of the same synth reads it. A deployed stack may
 * still read it when the file has changed: without the output it can neither fail safely nor return to
 * its former state. The output has the name that CDK gives it, so a reader finds this one.
 */
export function publishAlways(scope: Construct, ...values: readonly string[]): void {
  const stack = Stack.of(scope);
  const published =
    stack.node.children.find((child) => child instanceof PublishedValues) ??
    new PublishedValues(stack, 'Publish');
  for (const reference of values.flatMap(referencesIn)) {
    if (Stack.of(reference.target) !== stack) continue;
    const id = `Output${JSON.stringify(stack.resolve(reference))}`;
    if (!published.node.tryFindChild(id)) new CfnOutput(published, id, { value: reference.toString() });
  }
}

function referencesIn(value: string): Reference[] {
  return Tokenization.reverseString(value).tokens.filter((token) => Reference.isReference(token));
}
