import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference';
import type { IConstruct } from 'constructs';

/**
 * Acknowledges cdk-nag's finding for one resource with a wildcard in a policy, and for no other. The
 * finding names the resource as it stands in the template, and a reference to another stack takes
 * that form only while the app is synthesized; so does the acknowledgement.
 */
export function acknowledgeWildcard(at: IConstruct, resource: string, reason: string): void {
  at.node.addValidation({
    validate: () => {
      const shown = flattenCfnReference(Stack.of(at).resolve(resource));
      Validations.of(at).acknowledge({ id: `AwsSolutions-IAM5[Resource::${shown}]`, reason });
      return [];
    },
  });
}
