import { z } from 'zod';
import { cacheNodes } from '../../sizes/cache-nodes';

export const cache = z
  .union([
    z.literal('none'),
    z.strictObject({
      /** Node type. @default 't4g.micro' */
      node: z.enum(cacheNodes).default('t4g.micro'),
      /** A replica in another zone takes over. @default true */
      multiAz: z.boolean().default(true),
    }),
  ])
  .prefault({});

/** A cache that there is. */
export type CacheSettings = Exclude<z.output<typeof cache>, 'none'>;
