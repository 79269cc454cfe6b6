import type { DeploymentInput } from '../deployment';
import { tasksOf, tasksThatFit } from './capacity';
import { answers, runs } from './checks';
import { deleting } from './deleting';
import { withMostTasks, withTarget, withoutTarget } from './file';
import { titles, withDefaults, type Move, type Phase } from './move';
import { networkFollows } from './network';
import { oneOff } from './one-off';
import { data, deploy, network, service } from './stacks';

/** CloudFront lets go of the old way in before it is deleted; `watch` has seen that nothing uses it. */
export const removeOld: Phase = (stated, move) => {
  const { from, to } = move;
  const deployment = withoutTarget(stated, from);
  const follows = networkFollows(withDefaults(stated, move), withDefaults(deployment, move));
  const deploys = follows ? [network] : [];
  return {
    id: 'remove',
    title: `Take ${titles[from]} down`,
    why: `CloudFront lets go of a way into the VPC only once no distribution uses it, which is so since the switch. Static files stay in their bucket, logs until they expire, and everything ${from} wrote is in the database.`,
    commands: [...deleting(move, from), ...deploy(move, deploys)],
    checks: [
      {
        what: 'the file is what is deployed',
        commands: [`npx cdk diff --context deployment=${move.source}`],
        expect: 'no differences in any stack',
      },
      runs(to),
    ],
    undo: `npm run shop -- move ${move.source} --to ${from}: the same way back, with a target that has to be built first. Until here the way back took minutes.`,
    takes: '10 to 20 minutes',
    customers: 'Nothing.',
    deployment,
    deploys,
    deletes: [service(from)],
  };
};

/** What was held back while two targets shared the connections. */
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
    title: `Let ${titles[to]} have every connection`,
    why: `${to} may run ${max} tasks now that it shares the database with nobody, and the file is back to what it said of the pool before the move.`,
    commands: deploy(move, [service(to)]),
    checks: [runs(to), ...answers(to)],
    undo: 'The lines as they were, deployed again.',
    takes: 'five minutes; it is a release like any other',
    customers: 'Nothing: old tasks leave when new ones are healthy.',
    deployment,
    deploys: [service(to)],
    deletes: [],
  };
};

/** What the service's stack is made of, of all that this step could change. */
function tasksAndPool(stated: DeploymentInput, move: Move): string {
  const { targets, database } = withDefaults(stated, move);
  return JSON.stringify([targets, database.pool]);
}

/** Once no target is there that cannot have it. */
export const vectorsToChroma: Phase = (stated, move) => {
  if (!move.chromaAfterwards || withDefaults(stated, move).vectors === 'chroma') return undefined;
  const deploys = [data, service(move.to)];
  return {
    id: 'vectors-to-chroma',
    title: 'Move the vectors to Chroma',
    why: 'A step of its own, after the traffic: it is a release of the new target and changes nothing for the way in. Chroma gets an empty file system, and the reindex job fills it from PostgreSQL.',
    commands: [...deploy(move, deploys), ...oneOff({ target: move.to, command: ['reindex'] })],
    checks: [runs(move.to)],
    undo: "vectors: 'embedded', deploy the service, then data. The embeddings in PostgreSQL are still there; run the reindex job for products that came since.",
    takes: 'about 20 minutes, and the reindex: some minutes for a few thousand products',
    customers: 'Until the reindex ends, search finds by words and not by meaning. Nothing else.',
    deployment: { ...stated, vectors: 'chroma' },
    deploys,
    deletes: [],
  };
};
