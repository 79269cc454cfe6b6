import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** Drizzle over whichever PostgreSQL there is; a transaction is one of these as well. */
export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

/** PostgreSQL over the network, or PGlite inside the process: same schema, same migrations. */
export interface Database {
  readonly kind: 'postgres' | 'embedded';
  readonly orm: Orm;
  /** Answers when the database does. Throws what the driver throws. */
  check(): Promise<void>;
  /**
   * Brings the schema up to date; forward only. One process at a time does it, the others wait.
   * Returns how many migrations were applied.
   */
  migrate(): Promise<number>;
  close(): Promise<void>;
}
