import { z } from 'zod';
import { databaseInstances } from '../../sizes/database-instances';
import { cacheNodes } from '../../sizes/cache-nodes';
import { optedOut, region, wholeBetween } from './shapes';

export const database = z
  .strictObject({
    /** Instance class; decides memory and with it `max_connections`. @default 't4g.small' */
    instance: z.enum(databaseInstances).default('t4g.small'),
    /** Major version. @default 17 */
    postgres: z.union([z.literal(17), z.literal(18)]).default(17),
    /** gp3 storage to start with, in GiB. Range 20–16384. @default 20 */
    storageGiB: wholeBetween(20, 16_384).default(20),
    /** Storage grows by itself up to this many GiB. @default - five times `storageGiB` */
    maxStorageGiB: wholeBetween(22, 65_536).optional(),
    /** A standby in another zone takes over within a minute or two. Doubles the price. @default true */
    multiAz: z.boolean().default(true),
    /** Days of point-in-time recovery. Range 1–35. @default 14 */
    backupRetentionDays: wholeBetween(1, 35).default(14),
    /** Days between rotations of the login. Range 1–365. @default 30 */
    rotationDays: wholeBetween(1, 365).default(30),
    /** Refuses to delete the database until this is switched off. @default true */
    deletionProtection: z.union([z.literal(true), optedOut]).default(true),
    /** Connections one task may open; all tasks' together must fit the instance. */
    pool: z
      .strictObject({
        /** Kept open. @default 10 */
        connections: wholeBetween(1, 100).default(10),
        /**
         * Opened under load on top.
         * @default - 20, or as many as the instance takes for the most tasks there may be
         */
        overflow: wholeBetween(0, 100).optional(),
        /** Seconds after which a connection is replaced. @default 3600 */
        recycleSeconds: wholeBetween(60, 86_400).default(3600),
      })
      .prefault({}),
  })
  .prefault({});

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

export const vectors = z.enum(['chroma', 'embedded']).default('chroma');

export const backup = z
  .strictObject({
    /** A daily recovery point of everything that holds data. @default true */
    daily: z.boolean().default(true),
    /** Days a recovery point is kept. Range 1–3650. @default 35 */
    retentionDays: wholeBetween(1, 3650).default(35),
    /** Region that gets a copy of each recovery point. @default - no copy */
    copyToRegion: region.optional(),
    /** Restore the newest recovery point on a schedule and check it. @default 'monthly' */
    restoreTest: z.enum(['weekly', 'monthly', 'none']).default('monthly'),
  })
  .prefault({});
