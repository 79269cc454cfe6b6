import type { DeploymentInput } from '../deployment';
import { dataStack, networkStack, serviceStack } from '../stacks/names';
import { tasksOf, tasksThatFit } from './capacity';
import { answers, runs } from './checks';
import { deleting } from './deleting';
import { withMostTasks, withTarget, withoutTarget } from './file';
import { titles, withDefaults, type Move, type Phase } from './move';
import { networkFollows } from './network';
import { oneOff } from './one-off';
import { deploy } from './stacks';

/** Deletes the old target. The phase `watch` before it checks that the target has no traffic. */
export const removeOld: Phase = (stated, move) => {
  const { from, to } = move;
  const deployment = withoutTarget(stated, from);
  const follows = networkFollows(withDefaults(stated, move), withDefaults(deployment, move));
  const deploys = follows ? [networkStack] : [];
  return {
    id: 'remove',
    title: `Remove ${titles[from]}`,
    why: `Since the switch no distribution uses the VPC origin of ${from}, so it can be deleted. Static files stay in their bucket, logs stay until they expire, and all data that ${from} wrote is in the database.`,
    commands: [...deleting(move, from), ...deploy(move, deploys)],
    checks: [
      {
        what: 'the deployed stacks match the file',
        commands: [`npx cdk diff --context deployment=${move.source}`],
        expect: 'no differences in any stack',
      },
      runs(to),
    ],
    undo: `npm run shop -- move ${move.source} --to ${from}. It has to create ${from} again first; before this step the way back takes minutes.`,
    takes: '10 to 20 minutes',
    customers: 'Nothing.',
    deployment,
    deploys,
    deletes: [serviceStack(from)],
  };
};

/** Restores the limits that were lowered while two targets shared the connections. */
export const grow: Phase = (stated, move) => {
  const { start, to, stated: original } = move;
  if (start.targets[to]) return undefined;
  const { pool } = start.database;
  const asBefore = original.database?.pool;
  const database = { ...stated.database };
  if (asBefore) database.pool = asBefore;
  else delete database.pool;
  const { instance } = withDefaults(stated, move).database;
  const wanted = tasksOf(to);
  const perTask = pool.connections + (asBefore?.overflow ?? 0);
  const max = Math.min(wanted.max, tasksThatFit(instance, perTask));
  const full = withTarget({ ...stated, database }, to, {});
  const deployment = max === wanted.max ? full : withMostTasks(full, to, max);
  if (tasksAndPool(stated, move) === tasksAndPool(deployment, move)) return undefined;
  return {
    id: 'grow',
    title: `Give ${titles[to]} all connections`,
    why: `${to} no longer shares the database with another target, so it may run ${max} tasks. The file states the connection pool as before the move.`,
    commands: deploy(move, [serviceStack(to)]),
    checks: [runs(to), ...answers(to)],
    undo: 'Restore the lines and deploy again.',
    takes: 'five minutes, like any release',
    customers: 'Nothing: old tasks stop after new ones are healthy.',
    deployment,
    deploys: [serviceStack(to)],
    deletes: [],
  };
};

/** The settings that this step can change in the service stack. */
function tasksAndPool(stated: DeploymentInput, move: Move): string {
  const { targets, database } = withDefaults(stated, move);
  return JSON.stringify([targets, database.pool]);
}

/** The last step, when only a target that can run Chroma is left. */
export const vectorsToChroma: Phase = (stated, move) => {
  if (!move.chromaAfterwards || withDefaults(stated, move).vectors === 'chroma') return undefined;
  const deploys = [dataStack, serviceStack(move.to)];
  return {
    id: 'vectors-to-chroma',
    title: 'Move the vectors to Chroma',
    why: 'It is a separate step because it releases the new target and does not change the traffic. Chroma starts with an empty file system, and the reindex job fills it from PostgreSQL.',
    commands: [...deploy(move, deploys), ...oneOff({ target: move.to, command: ['reindex'] })],
    checks: [runs(move.to)],
    undo: "vectors: 'embedded', deploy the service, then data. The embeddings in PostgreSQL still exist; run the reindex job to add the products that are new since then.",
    takes: 'about 20 minutes, plus a few minutes of reindexing for a few thousand products',
    customers: 'Until the reindex ends, search matches words only, not meaning. Nothing else.',
    deployment: { ...stated, vectors: 'chroma' },
    deploys,
    deletes: [],
  };
};
