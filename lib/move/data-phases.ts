import type { Deployment } from '../deployment';
import type { TaskRange } from '../deployment/tasks';
import { capacityForBoth, connectionsThatFit, leastBeside, tasksOf } from './capacity';
import { databaseIs } from './checks';
import { withDatabase } from './file';
import { takesChroma, titles, withDefaults, type Phase } from './move';
import { oneOff } from './one-off';
import { data, deploy, deployKeepingData, resource, service } from './stacks';

/** A standby first: then the steps after it fail over instead of waiting for a restart. */
export const standby: Phase = (stated, move) => {
  if (move.to !== 'fargate' || withDefaults(stated, move).database.multiAz) return undefined;
  return {
    id: 'standby',
    title: 'Give the database a standby in another zone',
    why: 'Fargate stands in two zones so that one may fail; a database in one zone would still take the shop with it. The standby also makes the next change of the database a matter of a minute. cdk diff says “may be replaced”, as for any change of MultiAZ; RDS makes it in place. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html',
    commands: deploy(move, [data]),
    checks: [databaseIs('DBInstanceStatus,MultiAZ', 'available  True')],
    undo: 'database.multiAz: false, and deploy data again; the database keeps running.',
    takes: '10 to 40 minutes, as long as a copy of the storage takes',
    customers:
      'Nothing fails. RDS fills the standby from a snapshot, and writes may be slower until it has; begin after the busiest hour.',
    deployment: withDatabase(stated, { multiAz: true }),
    deploys: [data],
    deletes: [],
  };
};

/** The one step that interrupts, so it stands alone, after the standby, and is asked for at a quiet hour. */
export const largerDatabase: Phase = (stated, move) => {
  const { start, from, to } = move;
  if (start.targets[to]) return undefined;
  const [tasks, wanted] = [tasksOf(from, start.targets[from]), tasksOf(to)];
  const { instance } = capacityForBoth(start, tasks, wanted);
  if (instance === start.database.instance) return undefined;
  const { multiAz } = withDefaults(stated, move).database;
  return {
    id: 'database-size',
    title: `Let the database take the connections of both targets: db.${instance}`,
    why: `The tasks of both targets keep pools open side by side, and db.${start.database.instance} has not that many connections.${smallerPool(start, tasks, wanted)}`,
    commands: deployKeepingData(move),
    checks: [databaseIs('DBInstanceStatus,DBInstanceClass', `available  db.${instance}`)],
    undo: `database.instance: '${start.database.instance}', and deploy data again, before the new target starts: the same interruption once more.`,
    takes: '10 to 20 minutes; the interruption itself is at their end',
    customers: multiAz
      ? 'For one or two minutes, while the standby takes over, a request that needs the database fails and says so: a page asks to try again, an order is either confirmed or not placed. The one such moment of the move, so choose a quiet hour.'
      : 'For up to ten minutes, while the only instance restarts, a request that needs the database fails and says so. The one such moment of the move; database.multiAz: true before it makes it one or two minutes.',
    deployment: withDatabase(stated, { instance }),
    deploys: [data],
    deletes: [],
  };
};

/** The way around the interruption, where there is one. */
function smallerPool(
  { database: { instance, pool } }: Deployment,
  from: TaskRange,
  wanted: TaskRange,
): string {
  const overflow = connectionsThatFit(instance, from.max + leastBeside(from, wanted)) - pool.connections;
  return overflow < 0
    ? ''
    : ` To go without this step, release ${from.target} with database.pool.overflow: ${overflow} first and ask again: the database stays as it is, and may grow at another time.`;
}

/** Two tasks need one place for what sessions and limits remember; a target over two zones needs it to survive one. */
export const sharedCache: Phase = (stated, move) => {
  const { cache, container, image } = withDefaults(stated, move);
  const missing = cache === 'none' && container.sessions === 'cache';
  const alone = cache !== 'none' && !cache.multiAz && move.to === 'fargate';
  if (!missing && !alone) return undefined;
  const multiAz = move.to === 'fargate';
  // What another image keeps in memory must be in the cache before its customers leave that memory.
  const carriesSessions = missing && image !== 'bundled' ? [service(move.from)] : [];
  return {
    id: 'cache',
    title: missing ? 'Add a cache that both targets share' : 'Give the cache a replica in another zone',
    why: missing
      ? 'More than one task shares rate limits and cached answers through it. The bundled shop keeps accounts, carts, orders and sign-ins in PostgreSQL, so nothing has to be carried over.'
      : 'With one node, its zone takes the rate limits and cached answers with it.',
    commands: [...deployKeepingData(move), ...deploy(move, carriesSessions)],
    checks: [
      {
        what: 'the cache is there',
        commands: [
          `aws elasticache describe-replication-groups --replication-group-id ${resource(data, 'AWS::ElastiCache::ReplicationGroup')} --query "ReplicationGroups[0].[Status,MultiAZ]" --output text`,
        ],
        expect: `available  ${multiAz ? 'enabled' : 'disabled'}`,
      },
    ],
    undo: missing
      ? "cache: 'none', and deploy data again, before the new target starts."
      : 'cache.multiAz: false, and deploy data again.',
    takes: 'about 15 minutes',
    customers: 'Nothing; who serves now does not use what is new.',
    deployment: { ...stated, cache: { ...(cache === 'none' ? {} : cache), multiAz } },
    deploys: [data, ...carriesSessions],
    deletes: [],
  };
};

/** Express and App Runner have no place for Chroma, so the vectors are in PostgreSQL before they come. */
export const vectorsToPostgres: Phase = (stated, move) => {
  const { from, to, start } = move;
  if (start.vectors !== 'chroma' || takesChroma(to)) return undefined;
  const deploys = [service(from), data];
  const environment = { VECTORS: 'embedded' };
  return {
    id: 'vectors-to-postgres',
    title: 'Search by meaning from PostgreSQL, without Chroma',
    why: `${titles[to]} mounts no file system, so no Chroma server can stand beside it. The first command embeds every product into PostgreSQL while Chroma still answers; only then Chroma goes.`,
    commands: [...oneOff({ target: from, command: ['reindex'], environment }), ...deploy(move, deploys)],
    checks: [],
    undo: "vectors: 'chroma', deploy data, then the service, then run the reindex job. The old file system is kept, but belongs to no stack any more.",
    takes: 'about 20 minutes',
    customers: 'Nothing: the index in PostgreSQL is complete before the first search uses it.',
    deployment: { ...stated, vectors: 'embedded' },
    deploys,
    deletes: [],
  };
};
