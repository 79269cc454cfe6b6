import { z } from 'zod';
import { databaseInstances } from '../../sizes/database-instances';
import { optedOut, wholeBetween } from './shapes';

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

export type ParsedDatabase = z.output<typeof database>;
/** With the overflow of the pool that is left out filled in (lib/deployment/pool.ts). */
export type DatabaseSettings = ParsedDatabase & { readonly pool: { readonly overflow: number } };
