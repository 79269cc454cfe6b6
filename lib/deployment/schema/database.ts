import { z } from 'zod';
import { databaseInstances } from '../../sizes/database-instances';
import { optedOut, wholeBetween } from './shapes';

/** The most that RDS takes with PostgreSQL. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
export const mostStorageGiB = 65_536;

export const database = z
  .strictObject({
    /** Instance class, without `db.`. Its memory decides `max_connections`. @default 't4g.small' */
    instance: z.enum(databaseInstances).default('t4g.small'),
    /** Major version. @default 17 */
    postgres: z.union([z.literal(17), z.literal(18)]).default(17),
    /** gp3 storage at first, in GiB. Range 20–16,384. @default 20 */
    storageGiB: wholeBetween(20, 16_384).default(20),
    /** GiB up to which RDS adds storage by itself. Range 22–65,536. @default - five times `storageGiB`, at most 65,536 */
    maxStorageGiB: wholeBetween(22, mostStorageGiB).optional(),
    /** A standby in another zone takes over within 1 to 2 minutes. Doubles the price. @default true */
    multiAz: z.boolean().default(true),
    /** Days of point-in-time recovery. Range 1–35. @default 14 */
    backupRetentionDays: wholeBetween(1, 35).default(14),
    /** Days between rotations of the login. Range 1–365. @default 30 */
    rotationDays: wholeBetween(1, 365).default(30),
    /** Refuses to delete the database until this is switched off. @default true */
    deletionProtection: z.union([z.literal(true), optedOut]).default(true),
    /** Connections that one task may open. Those of all tasks together must fit the instance. */
    pool: z
      .strictObject({
        /** Connections kept open. Range 1–100. @default 10 */
        connections: wholeBetween(1, 100).default(10),
        /**
         * Connections opened under load, in addition. Range 0–100.
         * @default - 20, or fewer when the instance does not take 20 for the most tasks there may be
         */
        overflow: wholeBetween(0, 100).optional(),
        /** Seconds after which a connection is replaced. Range 60–86,400. @default 3600 */
        recycleSeconds: wholeBetween(60, 86_400).default(3600),
      })
      .prefault({}),
  })
  .prefault({});

export type ParsedDatabase = z.output<typeof database>;
/** With the default of `pool.overflow` filled in (lib/deployment/pool.ts). */
export type DatabaseSettings = ParsedDatabase & { readonly pool: { readonly overflow: number } };
