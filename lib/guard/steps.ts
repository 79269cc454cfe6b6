import type { Risk } from './risk';

/**
 * Commands that make a change safe in two deployments: first the stacks that use what goes, alone, so
 * that they stop using it; then all stacks.
 *
 * @param context value of `--context deployment=`
 * @returns undefined when a risk is of a kind that no order of deployments makes safe
 */
export function stepsFor(risks: readonly Risk[], context: string): string[] | undefined {
  const removals = ['store-in-use', 'output-in-use'];
  if (!risks.every(({ kind }) => removals.includes(kind))) return undefined;
  const readers = [...new Set(risks.flatMap(({ readers = [] }) => readers))];
  const deploy = (stacks: string) => `npx cdk deploy ${stacks} --context deployment=${context}`;
  return [...readers.map((stack) => deploy(`${stack} --exclusively`)), deploy('--all')];
}
