import type { Redis } from 'ioredis';
import { OutsideCall } from '../resilience/outside-call';
import { FallbackStore } from './fallback-store';
import { MemoryStore } from './memory-store';
import { RedisStore } from './redis-store';
import type { Store } from './store';

/** Redis answers in under a millisecond; after 250 ms the database is the better source. */
export function cacheCalls(): OutsideCall {
  return new OutsideCall({ dependency: 'cache', timeoutMs: 250, failuresToOpen: 3, openSeconds: 2 });
}

export function openStore(redis: Redis | undefined): Store {
  return redis ? new FallbackStore(new RedisStore(redis), cacheCalls()) : new MemoryStore();
}
