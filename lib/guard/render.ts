import type { Risk } from './risk';
import { stepsFor, type Step, type StepsRequest } from './steps';

/** What `shop plan --against` prints: each risk, and the steps where there are some. */
export function renderRisks(risks: readonly Risk[], request: StepsRequest): string {
  if (risks.length === 0) return 'Changes against the earlier assembly: safe in one `cdk deploy --all`';
  return [
    'Changes against the earlier assembly: not safe in one `cdk deploy --all`',
    ...risks.map(({ kind, stack, message }) => `  ${kind} in ${stack}: ${message}`),
    ...wayOut(stepsFor(risks, request)),
  ].join('\n');
}

function wayOut(steps: readonly Step[] | undefined): string[] {
  return steps
    ? [
        'Deploy in these steps:',
        ...steps.flatMap(({ say, commands }, index) => [
          `  ${index + 1}. ${say}`,
          ...commands.map((command) => `     ${command}`),
        ]),
      ]
    : [
        'No order of deployments makes all of this safe. Make one change at a time, or undo the change of the file, or make another deployment.',
      ];
}
