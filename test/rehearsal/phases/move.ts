import type { TargetName } from '../../../lib/deployment';
import { checkFindings } from '../move-checks';
import { printedMove, type PrintedMove, type PrintedStep } from '../printed-move';
import type { Rehearsal } from '../rehearsal';
import { lostStores } from '../snapshot';
import { describeFailure } from './judge';
import { PhaseFailed, type Phase } from './phase';

const common = { from: 'deployed', to: 'unknown', byDefault: false } as const;

/** Where the move of each live target goes: to Fargate, and from there to instances. */
const usualTarget = ({ deployment }: Rehearsal): TargetName =>
  deployment.live === 'fargate' ? 'ec2' : 'fargate';

export const move: Phase = {
  ...common,
  id: 'move',
  title: 'every command and check of `shop move` to another target',
  run: async (rehearsal) => follow(rehearsal, await printedMove(rehearsal, usualTarget(rehearsal))),
};

export const moveBack: Phase = {
  ...common,
  id: 'move-back',
  title: 'the traffic moves, and moves back while both targets stand',
  run: async (rehearsal) => {
    const there = await printedMove(rehearsal, usualTarget(rehearsal));
    const findings = await follow(rehearsal, there, 'switch');
    const back = await printedMove(rehearsal, rehearsal.deployment.live);
    return [...findings, ...(await follow(rehearsal, back))];
  },
};

export const moveWithVectors: Phase = {
  ...common,
  id: 'move-vectors',
  title: '`shop move --vectors chroma`',
  notFor: ({ deployment }) => {
    if (deployment.vectors === 'chroma') return 'it has Chroma';
    return deployment.live === 'fargate' ? 'it moves to Fargate, and is there' : undefined;
  },
  run: async (rehearsal) => follow(rehearsal, await printedMove(rehearsal, 'fargate', '--vectors chroma')),
};

export const moveWithoutChroma: Phase = {
  ...common,
  id: 'move-without-chroma',
  title: '`shop move` to a target that has no place for Chroma',
  notFor: ({ deployment }) => (deployment.vectors === 'chroma' ? undefined : 'it has no Chroma'),
  run: async (rehearsal) => follow(rehearsal, await printedMove(rehearsal, 'express')),
};

/** Edits the file, runs the commands and then the checks, step by step. */
async function follow(rehearsal: Rehearsal, { shell, steps }: PrintedMove, last?: string): Promise<string[]> {
  const findings: string[] = [];
  for (const step of steps) {
    findings.push(...(await take(rehearsal, shell, step)).map((finding) => `step ${step.id}: ${finding}`));
    if (step.id === last) break;
  }
  return findings;
}

async function take(rehearsal: Rehearsal, shell: readonly string[], step: PrintedStep): Promise<string[]> {
  const before = await rehearsal.stacks.resources();
  rehearsal.file.write(step.deployment);
  const { exitCode } = await rehearsal.operator.run([...shell, planValidates, ...step.commands].join('\n'));
  if (exitCode !== 0)
    throw new PhaseFailed([`step ${step.id}: its commands failed`, ...(await describeFailure(rehearsal))]);
  const findings = lostStores(
    before.filter(({ stack, type }) => !step.deletes.includes(stack) && !mayLeave(step, type)),
    await rehearsal.stacks.resources(),
  );
  for (const check of step.checks) findings.push(...(await checkFindings(rehearsal, shell, check)));
  return findings;
}

/** `shop plan` reads the report of the validators, which the rehearsal leaves out elsewhere. */
const planValidates = 'npm() { env -u CDK_VALIDATION npm "$@"; }';

/** The step says that the old file system is kept and belongs to no stack any more. */
const mayLeave = ({ id }: PrintedStep, type: string) =>
  id === 'vectors-to-postgres' && type.startsWith('AWS::EFS::');
