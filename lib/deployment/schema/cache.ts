import { z } from 'zod';
import { cacheNodes } from '../../sizes/cache-nodes';

export const cacheSettings = z.strictObject({
  /** Node type, without `cache.`. @default 't4g.micro' */
  node: z.enum(cacheNodes).default('t4g.micro'),
  /**
   * A replica in another zone takes over when the node fails. Doubles the price. `without-failover` has the
   * replica only: ElastiCache changes from false to true, and back, by way of it.
   * @default true
   */
  multiAz: z.literal([true, false, 'without-failover']).default(true),
});

export const cache = z.union([z.literal('none'), cacheSettings]).prefault({});

/** The settings of a cache that is on. */
export type CacheSettings = z.output<typeof cacheSettings>;
