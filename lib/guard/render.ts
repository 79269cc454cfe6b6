import type { Risk } from './risk';
import { stepsFor } from './steps';

/** What `shop plan --against` prints: each risk, and the steps where there are some. */
export function renderRisks(risks: readonly Risk[], context: string): string {
  if (risks.length === 0) return 'Changes against the earlier assembly: safe in one `cdk deploy --all`';
  return [
    'Changes against the earlier assembly: not safe in one `cdk deploy --all`',
    ...risks.map(({ kind, stack, message }) => `  ${kind} in ${stack}: ${message}`),
    ...wayOut(stepsFor(risks, context)),
  ].join('\n');
}

function wayOut(steps: readonly string[] | undefined): string[] {
  return steps
    ? ['Deploy in these steps:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)]
    : ['No order of deployments makes this safe. Undo the change of the file, or make another deployment.'];
}
