import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** Drizzle over PostgreSQL or PGlite; a transaction is one of these as well. */
export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

/** PostgreSQL over the network, or PGlite inside the process: same schema, same migrations. */
export interface Driver {
  readonly kind: 'postgres' | 'embedded';
  readonly orm: Orm;
  /** Resolves when the database answers. Throws what the driver throws. */
  check(): Promise<void>;
  /**
   * Brings the schema up to date; forward only. One process at a time does it, the others wait.
   * Returns the number of migrations that were applied.
   */
  migrate(): Promise<number>;
  close(): Promise<void>;
}

/** A driver with time limits, retries where they are safe, and a circuit breaker. */
export interface Database extends Driver {
  /** For reads. May run `work` twice. Throws `UnavailableError` while the database is unavailable. */
  read<T>(work: (orm: Orm) => Promise<T>): Promise<T>;
  /** For writes: all of `work` or nothing. Runs again only after PostgreSQL rolled it back for a conflict. */
  transaction<T>(work: (orm: Orm) => Promise<T>): Promise<T>;
}
