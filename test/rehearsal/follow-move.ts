import { isDeepStrictEqual } from 'node:util';
import type { DeploymentInput } from '../../lib/deployment';
import { checkFindings } from './checks';
import { describeFailure } from './phases/judge';
import { PhaseFailed } from './phases/phase';
import type { PrintedMove, PrintedStep } from './printed-move';
import type { Rehearsal } from './rehearsal';
import { lostStores, unlike } from './snapshot';
import type { Resource } from './stacks';

/** Edits the file, runs the commands and then the checks, step by step. */
export async function follow(rehearsal: Rehearsal, { shell, steps }: PrintedMove): Promise<string[]> {
  const findings: string[] = [];
  for (const step of steps) findings.push(...(await take(rehearsal, shell, step)));
  return findings;
}

/** Takes each step, undoes it, and takes it again from where the way back has led. */
export async function followWithWaysBack(
  rehearsal: Rehearsal,
  { shell, steps }: PrintedMove,
): Promise<string[]> {
  const findings: string[] = [];
  const before: (readonly Resource[])[] = [];
  for (const [index, step] of steps.entries()) {
    before.push(await rehearsal.stacks.resources());
    findings.push(...(await take(rehearsal, shell, step)));
    const start = startOfWayBack(rehearsal.file.stated, steps, index);
    rehearsal.file.write(step.undo.deployment);
    await mustRun(rehearsal, `step ${step.id}: what undoes it`, [...shell, ...step.undo.commands]);
    const remaining = steps.slice(start, index + 1);
    findings.push(
      ...unlike(before[start] ?? [], await rehearsal.stacks.resources(), {
        types: mayLeave(remaining),
        stacks: new Set(remaining.flatMap(({ deletes }) => deletes)),
      }).map((line) => `step ${step.id}, undone: ${line}`),
    );
    for (const again of remaining) findings.push(...(await take(rehearsal, shell, again)));
  }
  return [...new Set(findings)];
}

/** Index of the step before which the file was what the undo of a step writes. */
export function startOfWayBack(
  original: DeploymentInput,
  steps: readonly Pick<PrintedStep, 'deployment' | 'undo'>[],
  index: number,
): number {
  for (let start = index; start > 0; start--)
    if (isDeepStrictEqual(steps[start - 1]?.deployment, steps[index]?.undo.deployment)) return start;
  if (isDeepStrictEqual(original, steps[index]?.undo.deployment)) return 0;
  throw new Error('The way back of a step leads to a file that no step began with.');
}

async function take(rehearsal: Rehearsal, shell: readonly string[], step: PrintedStep): Promise<string[]> {
  const before = await rehearsal.stacks.resources();
  rehearsal.file.write(step.deployment);
  await mustRun(rehearsal, `step ${step.id}: its commands`, [...shell, planValidates, ...step.commands]);
  const leaves = mayLeave([step]);
  const findings = lostStores(
    before.filter(({ stack, type }) => !step.deletes.includes(stack) && !leaves.has(type)),
    await rehearsal.stacks.resources(),
  );
  for (const check of step.checks) findings.push(...(await checkFindings(rehearsal, shell, check)));
  return findings.map((finding) => `step ${step.id}: ${finding}`);
}

async function mustRun(rehearsal: Rehearsal, what: string, lines: readonly string[]): Promise<void> {
  const { exitCode } = await rehearsal.operator.run(lines.join('\n'));
  if (exitCode !== 0) throw new PhaseFailed([`${what} failed`, ...(await describeFailure(rehearsal))]);
}

/**
 * `shop plan` reads the report of the validators, which the rehearsal leaves out elsewhere. It writes into
 * the folder of the rehearsal.
 */
const planValidates = 'npm() { env -u CDK_VALIDATION npm "$@" --output "$CDK_OUTPUT-of-plan"; }';

/** Types of the resources that the steps say are kept and belong to no stack any more. */
function mayLeave(steps: readonly PrintedStep[]): ReadonlySet<string> {
  const types = steps.flatMap(({ dataChanges }) =>
    dataChanges.filter(({ change }) => change !== 'updated').map(({ type }) => type),
  );
  return new Set(
    types.flatMap((type) => (type === 'AWS::EFS::FileSystem' ? [type, 'AWS::EFS::AccessPoint'] : type)),
  );
}
