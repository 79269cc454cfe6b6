import type { DeploymentInput, TargetName } from '../deployment';
import { dataStack, networkStack, operationsStack, serviceStack } from '../stacks/names';
import { tasksOf, tasksThatFit } from './capacity';
import { answers, runs } from './checks';
import { deletingFormer, protectedAgain } from './deleting';
import { withMostTasks, withTarget, withoutTarget } from './file';
import { titles, withDefaults, type Move, type Phase } from './move';
import { networkFollows } from './network';
import { oneOff } from './one-off';
import { deploy } from './stacks';
import type { DataChange } from './step';
import { deployAgain } from './undo';

/** Deletes the old target. The phase `watch` before it checks that the target has no traffic. */
export const removeOld: Phase = (stated, move) => {
  const { from, to } = move;
  const deployment = withoutTarget(stated, from);
  const follows = networkFollows(withDefaults(stated, move), withDefaults(deployment, move));
  const deploys = follows ? [networkStack] : [];
  return {
    id: 'remove',
    title: `Remove ${titles[from]}`,
    why: `Since the switch no distribution uses the VPC origin of ${from}, so it can be deleted. Static files stay in their bucket, logs stay until they expire, and all data that ${from} wrote is in the database. The stack of a live target refuses its deletion while the database has deletion protection, so that is off meanwhile.`,
    commands: [...deletingFormer(move, from), ...deploy(move, deploys)],
    checks: [
      {
        what: 'the deployed stacks match the file',
        commands: [`npx cdk diff --fail --context deployment=${move.source}`],
        expect: 'no differences in any stack',
        matches: '',
      },
      runs(to),
      ...protectedAgain(move),
    ],
    dataChanges: accessLogs(from),
    undo: deployAgain(move, {
      text: `Creates ${from} again, which takes 15 to 25 minutes. Then move back: npm run shop -- move ${move.source} --to ${from}.`,
      deployment: stated,
      deploys: [...deploys, serviceStack(from)],
    }),
    takes: '10 to 20 minutes',
    customers: 'Nothing.',
    deployment,
    deploys,
    deletes: [serviceStack(from)],
  };
};

/** The bucket of a load balancer's access logs is in the stack of its target. */
function accessLogs(target: TargetName): DataChange[] {
  if (target !== 'fargate' && target !== 'ec2') return [];
  return [
    {
      type: 'AWS::S3::Bucket',
      change: 'released',
      properties: [],
      why: 'It has the access logs of the load balancer, which expire. Delete it when you no longer need them.',
    },
  ];
}

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
    dataChanges: [],
    undo: deployAgain(move, {
      text: 'Restores the former lines.',
      deployment: stated,
      deploys: [serviceStack(to)],
    }),
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
  const deploys = [dataStack, serviceStack(move.to), operationsStack];
  const vectorsBack = deployAgain(move, {
    text: 'The embeddings in PostgreSQL still exist. The reindex job adds those of the products that are new since then. The file system stays in the account, outside of all stacks.',
    deployment: stated,
    deploys: deploys.toReversed(),
  });
  return {
    id: 'vectors-to-chroma',
    title: 'Move the vectors to Chroma',
    why: 'It is a separate step because it releases the new target and does not change the traffic. Chroma starts with an empty file system, and the reindex job fills it from PostgreSQL.',
    commands: [...deploy(move, deploys), ...oneOff({ target: move.to, command: ['reindex'] })],
    checks: [runs(move.to)],
    dataChanges: [],
    undo: {
      ...vectorsBack,
      commands: [...vectorsBack.commands, ...oneOff({ target: move.to, command: ['reindex'] })],
    },
    takes: 'about 20 minutes, plus a few minutes of reindexing for a few thousand products',
    customers: 'Until the reindex ends, search matches words only, not meaning. Nothing else.',
    deployment: { ...stated, vectors: 'chroma' },
    deploys,
    deletes: [],
  };
};
