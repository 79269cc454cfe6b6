import { dataStack, operationsStack, serviceStack } from '../stacks/names';
import type { Check } from '../steps/check';
import { withDefaults, type Phase } from './move';
import { deploy, deployKeepingData, resource } from './stacks';
import { deployAgain } from './undo';

/**
 * A cache of one node gets a replica before its failover: ElastiCache refuses both in one update.
 * https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/383
 */
export const cacheReplica: Phase = (stated, move) => {
  const { cache } = withDefaults(stated, move);
  if (cache === 'none' || cache.multiAz !== false || move.to !== 'fargate') return undefined;
  return {
    id: 'cache-replica',
    title: 'Give the cache a replica in another zone',
    why: 'Automatic failover, the next step, needs a replica that is there already.',
    commands: [...deployKeepingData(move), ...deploy(move, [operationsStack])],
    checks: [cacheIs('length(MemberClusters)', '2')],
    dataChanges: [
      {
        type: 'AWS::ElastiCache::ReplicationGroup',
        change: 'updated',
        properties: ['NumCacheClusters'],
        why: 'ElastiCache adds a node to the same group.',
      },
    ],
    undo: deployAgain(move, {
      text: 'Removes the replica.',
      deployment: stated,
      deploys: [operationsStack, dataStack],
    }),
    takes: 'about 15 minutes',
    customers: 'Nothing: the running target does not use the replica yet.',
    deployment: { ...stated, cache: { ...cache, multiAz: 'without-failover' } },
    deploys: [dataStack, operationsStack],
    deletes: [],
  };
};

/** Two tasks share sessions and rate limits in the cache. A target in two zones needs a replica in the second. */
export const sharedCache: Phase = (stated, move) => {
  const { cache, container, image } = withDefaults(stated, move);
  const missing = cache === 'none' && container.sessions === 'cache';
  const alone = cache !== 'none' && cache.multiAz !== true && move.to === 'fargate';
  if (!missing && !alone) return undefined;
  const multiAz = move.to === 'fargate';
  // Another image may keep sessions in memory. They must be in the cache before the traffic moves.
  const carriesSessions = missing && image !== 'bundled' ? [serviceStack(move.from)] : [];
  return {
    id: 'cache',
    title: missing ? 'Add a cache that both targets share' : 'Switch on automatic failover of the cache',
    why: missing
      ? 'Several tasks share rate limits and cached responses through it. The bundled shop keeps accounts, carts, orders and sign-ins in PostgreSQL, so there is nothing to copy.'
      : 'The replica is there and does not take over by itself yet. Without failover, rate limits and cached responses are lost when the zone of the primary node fails.',
    commands: [...deployKeepingData(move), ...deploy(move, [...carriesSessions, operationsStack])],
    checks: [cacheIs('MultiAZ', multiAz ? 'enabled' : 'disabled')],
    dataChanges: missing
      ? []
      : [
          {
            type: 'AWS::ElastiCache::ReplicationGroup',
            change: 'updated',
            properties: ['AutomaticFailoverEnabled', 'MultiAZEnabled'],
            why: 'The replica may take over.',
          },
        ],
    undo: deployAgain(move, {
      text: missing
        ? 'Only before the new target starts. It leaves a snapshot, a secret and log groups in the account.'
        : 'Switches automatic failover off. The replica stays.',
      deployment: stated,
      deploys: [operationsStack, ...carriesSessions, dataStack],
    }),
    takes: 'about 15 minutes',
    customers: missing
      ? 'Nothing: the running target does not use the new cache yet.'
      : 'Nothing: the primary node stays the same.',
    deployment: { ...stated, cache: { ...(cache === 'none' ? {} : cache), multiAz } },
    deploys: [dataStack, ...carriesSessions, operationsStack],
    deletes: [],
  };
};

function cacheIs(query: string, value: string): Check {
  return {
    what: 'the cache is available',
    commands: [
      `aws elasticache describe-replication-groups --replication-group-id ${resource(dataStack, 'AWS::ElastiCache::ReplicationGroup')} --query "ReplicationGroups[0].[Status,${query}]" --output text`,
    ],
    expect: `available  ${value}`,
    matches: `^available\\s+${value}$`,
  };
}
