import type { Logger } from 'pino';
import type { Environment } from '../../contract/environment';
import type { Database } from './database';
import { GuardedDatabase } from './guarded-database';

/** PostgreSQL when DATABASE_HOST is set, otherwise an embedded one in the data directory. */
export async function openDatabase(environment: Environment, log: Logger): Promise<Database> {
  const driver = environment.DATABASE_HOST
    ? (await import('./postgres.js')).openPostgres(
        { ...environment, DATABASE_HOST: environment.DATABASE_HOST },
        log,
      )
    : await (await import('./embedded.js')).openEmbedded(environment.DATA_DIRECTORY, log);
  return new GuardedDatabase(driver);
}
