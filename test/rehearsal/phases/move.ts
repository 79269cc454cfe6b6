import type { TargetName } from '../../../lib/deployment';
import { follow, followWithWaysBack } from '../follow-move';
import { printedMove } from '../printed-move';
import type { Rehearsal } from '../rehearsal';
import type { Phase } from './phase';

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
  title: 'every step of `shop move` is undone and taken again, and then the shop moves back',
  run: async (rehearsal) => {
    const there = await printedMove(rehearsal, usualTarget(rehearsal));
    const findings = await followWithWaysBack(rehearsal, there);
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
  run: async (rehearsal) =>
    followWithWaysBack(rehearsal, await printedMove(rehearsal, 'fargate', '--vectors chroma')),
};

export const moveWithoutChroma: Phase = {
  ...common,
  id: 'move-without-chroma',
  title: '`shop move` to a target that has no place for Chroma',
  notFor: ({ deployment }) => (deployment.vectors === 'chroma' ? undefined : 'it has no Chroma'),
  run: async (rehearsal) => followWithWaysBack(rehearsal, await printedMove(rehearsal, 'express')),
};
