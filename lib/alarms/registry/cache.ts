import { keepsState, nothingHappened, sustained, type AlarmDefinition, type Exists } from '../definition';

const cache: Exists = (deployment) => deployment.cache !== 'none';
const replica: Exists = (deployment) => deployment.cache !== 'none' && deployment.cache.multiAz === true;

/** Valkey on ElastiCache. */
export const cacheAlarms = {
  'cache-memory': {
    severity: 'ticket',
    meaning: 'The cache has used more than 90 % of its memory for 15 minutes.',
    firstLook: 'Compare the number of keys with the traffic.',
    threshold: { is: 'above', value: 90, unit: 'percent', reason: 'At 100 % sessions are evicted.' },
    ...sustained,
    exists: cache,
  },
  'cache-evictions': {
    severity: 'ticket',
    meaning: 'For 15 minutes, the cache has removed more than 100 keys in each five minutes to make room.',
    firstLook: 'See which part of the shop writes keys with a long expiry.',
    threshold: {
      is: 'above',
      value: 100,
      unit: 'count',
      reason: 'Rate limits and chats are among the keys. A few evictions are harmless.',
    },
    ...sustained,
    missing: keepsState,
    exists: cache,
  },
  'cache-cpu': {
    severity: 'ticket',
    meaning: 'The engine of the cache has used more than 90 % of its core for 15 minutes.',
    firstLook: 'Read the slow log of the cache.',
    threshold: { is: 'above', value: 90, unit: 'percent', reason: 'Valkey runs commands on one core.' },
    ...sustained,
    exists: cache,
  },
  'cache-failovers': {
    severity: 'ticket',
    meaning: 'The primary of the cache has changed at least twice within a day.',
    firstLook: 'Read the events of the replication group.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'One failover is maintenance. Two have a cause.',
    },
    periodMinutes: 5,
    breaching: 2,
    of: 288,
    missing: nothingHappened,
    exists: replica,
  },
} as const satisfies Record<string, AlarmDefinition>;
