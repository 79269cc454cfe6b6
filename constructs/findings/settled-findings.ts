import type { Stack } from 'aws-cdk-lib';

/** cfn-lint rules and why they say nothing new here. https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md */
const settled = [
  // A dependency stated twice: CDK does so for every function and its role, and it changes nothing.
  'W3005',
  // Zones by name: the deployment file states them, so that no subnet moves to another zone.
  'W3010',
];

/** Tells cfn-lint, in the template itself, which of its warnings have been judged. */
export function settleFindings(stack: Stack): void {
  stack.templateOptions.metadata = {
    ...stack.templateOptions.metadata,
    'cfn-lint': { config: { ignore_checks: settled } },
  };
}
