import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export interface IgnoredLintRule {
  /** Id of the rule, such as `W3005`. https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md */
  readonly rule: string;
  /** Why the finding is no fault here. */
  readonly reason: string;
}

/**
 * Tells cfn-lint, in the metadata of one resource, which rules do not hold for it and why.
 * https://github.com/aws-cloudformation/cfn-lint#metadata
 *
 * @throws when the construct is no resource and has none as its default child
 */
export function ignoreLintRules(construct: IConstruct, ...ignored: readonly IgnoredLintRule[]): void {
  const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
  if (!resource || !CfnResource.isCfnResource(resource)) {
    throw new Error(`${construct.node.path} has no resource, so cfn-lint has no finding there to ignore.`);
  }
  resource.addMetadata('cfn-lint', {
    config: { ignore_checks: ignored.map(({ rule }) => rule) },
    reasons: Object.fromEntries(ignored.map(({ rule, reason }) => [rule, reason])),
  });
}
