import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Logger } from 'pino';
import type { Environment } from '../../contract/environment';
import { GuardedDatabase } from './guarded-database';
import type * as schema from './schema';

/** Drizzle over whichever PostgreSQL there is; a transaction is one of these as well. */
export type Orm = PgDatabase<PgQueryResultHKT, typeof schema>;

/** PostgreSQL over the network, or PGlite inside the process: same schema, same migrations. */
export interface Driver {
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

/** A driver, guarded: with time-outs, retries where they are safe, and a circuit breaker. */
export interface Database extends Driver {
  /** For reads. May run `work` twice. Throws `UnavailableError` while the database is away. */
  read<T>(work: (orm: Orm) => Promise<T>): Promise<T>;
  /** For writes: all of `work` or nothing. Runs again only when PostgreSQL itself undid it. */
  transaction<T>(work: (orm: Orm) => Promise<T>): Promise<T>;
}

/** PostgreSQL when a host is named, otherwise an embedded one in the data directory. */
export async function openDatabase(environment: Environment, log: Logger): Promise<Database> {
  const driver = environment.DATABASE_HOST
    ? (await import('./postgres.js')).openPostgres(
        { ...environment, DATABASE_HOST: environment.DATABASE_HOST },
        log,
      )
    : await (await import('./embedded.js')).openEmbedded(environment.DATA_DIRECTORY, log);
  return new GuardedDatabase(driver);
}
