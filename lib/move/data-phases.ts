import type { Deployment } from '../deployment';
import type { TaskRange } from '../deployment/tasks';
import { dataStack, operationsStack, serviceStack } from '../stacks/names';
import { capacityForBoth, connectionsThatFit, leastBeside, tasksOf } from './capacity';
import { databaseIs } from './checks';
import { withDatabase } from './file';
import { takesChroma, titles, withDefaults, type Phase } from './move';
import { oneOff } from './one-off';
import { deploy, deployKeepingData } from './stacks';
import { deployAgain } from './undo';

/** The standby comes first, so that later changes of the database fail over instead of waiting for a restart. */
export const standby: Phase = (stated, move) => {
  if (move.to !== 'fargate' || withDefaults(stated, move).database.multiAz) return undefined;
  return {
    id: 'standby',
    title: 'Give the database a standby in another zone',
    why: 'Fargate runs in two zones so that one may fail, but the shop would still fail with the only zone of the database. The standby also shortens the next change of the database to about a minute. cdk diff says “may be replaced” for every change of MultiAZ; RDS makes this change in place. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html',
    commands: deploy(move, [dataStack, operationsStack]),
    checks: [databaseIs('DBInstanceStatus,MultiAZ', 'available  True')],
    dataChanges: [
      {
        type: 'AWS::RDS::DBInstance',
        change: 'updated',
        properties: ['MultiAZ'],
        why: 'RDS adds the standby in place.',
      },
    ],
    undo: deployAgain(move, {
      text: 'Removes the standby. The database keeps running.',
      deployment: stated,
      deploys: [operationsStack, dataStack],
    }),
    takes: '10 to 40 minutes, depending on the size of the storage',
    customers:
      'Nothing fails. RDS fills the standby from a snapshot, and writes may be slower until that is complete. Begin after the busiest hour.',
    deployment: withDatabase(stated, { multiAz: true }),
    deploys: [dataStack, operationsStack],
    deletes: [],
  };
};

/** The only step that interrupts, so it is a separate step, after the standby. */
export const largerDatabase: Phase = (stated, move) => {
  const { start, from, to } = move;
  if (start.targets[to]) return undefined;
  const [tasks, wanted] = [tasksOf(from, start.targets[from]), tasksOf(to)];
  const { instance } = capacityForBoth(start, tasks, wanted);
  if (instance === start.database.instance) return undefined;
  const { multiAz } = withDefaults(stated, move).database;
  return {
    id: 'database-size',
    title: `Enlarge the database for the connections of both targets: db.${instance}`,
    why: `The tasks of both targets keep connection pools open at the same time, and db.${start.database.instance} has too few connections for them.${smallerPool(start, tasks, wanted)}`,
    commands: [...deployKeepingData(move), ...deploy(move, [operationsStack])],
    checks: [databaseIs('DBInstanceStatus,DBInstanceClass', `available  db.${instance}`)],
    dataChanges: [
      {
        type: 'AWS::RDS::DBInstance',
        change: 'updated',
        properties: ['DBInstanceClass'],
        why: 'RDS moves the same storage to a larger instance.',
      },
    ],
    undo: deployAgain(move, {
      text: 'Only before the new target starts. It interrupts once more.',
      deployment: stated,
      deploys: [operationsStack, dataStack],
    }),
    takes: '10 to 20 minutes; the interruption is at the end',
    customers: multiAz
      ? 'For one or two minutes, while the standby takes over, requests that need the database fail with a message: a page asks to try again, an order is either confirmed or not placed. It is the only interruption of the move, so choose a quiet hour.'
      : 'For up to ten minutes, while the only instance restarts, requests that need the database fail with a message. It is the only interruption of the move. With database.multiAz: true before it, it lasts one or two minutes.',
    deployment: withDatabase(stated, { instance }),
    deploys: [dataStack, operationsStack],
    deletes: [],
  };
};

/** How to avoid the interruption, where that is possible. */
function smallerPool(
  { database: { instance, pool } }: Deployment,
  from: TaskRange,
  wanted: TaskRange,
): string {
  const overflow = connectionsThatFit(instance, from.max + leastBeside(from, wanted)) - pool.connections;
  return overflow < 0
    ? ''
    : ` To avoid this step, release ${from.target} with database.pool.overflow: ${overflow} first and run the command again. The database then stays as it is.`;
}

/** Express and App Runner cannot run Chroma, so the vectors move to PostgreSQL before the target starts. */
export const vectorsToPostgres: Phase = (stated, move) => {
  const { from, to, start } = move;
  if (start.vectors !== 'chroma' || takesChroma(to)) return undefined;
  const deploys = [operationsStack, serviceStack(from), dataStack];
  const environment = { VECTORS: 'embedded' };
  const chromaBack = deployAgain(move, {
    text: 'Creates a new file system, which the reindex job fills from PostgreSQL. The old one stays in the account, outside of all stacks.',
    deployment: stated,
    deploys: deploys.toReversed(),
  });
  return {
    id: 'vectors-to-postgres',
    title: 'Move the vectors from Chroma to PostgreSQL',
    why: `${titles[to]} mounts no file system, so it cannot run a Chroma server. The first command writes the embeddings of all products into PostgreSQL while Chroma still answers. Chroma is removed after that.`,
    commands: [...oneOff({ target: from, command: ['reindex'], environment }), ...deploy(move, deploys)],
    checks: [],
    dataChanges: [
      {
        type: 'AWS::EFS::FileSystem',
        change: 'released',
        properties: [],
        why: `${titles[to]} cannot use it, and PostgreSQL has all of its content. Delete it when you no longer need it.`,
      },
    ],
    undo: {
      ...chromaBack,
      commands: [...chromaBack.commands, ...oneOff({ target: from, command: ['reindex'] })],
    },
    takes: 'about 20 minutes',
    customers: 'Nothing: the index in PostgreSQL is complete before the first search uses it.',
    deployment: { ...stated, vectors: 'embedded' },
    deploys,
    deletes: [],
  };
};
