import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import type { Environment } from '../../contract/environment';
import { migrationsDirectory } from '../files';
import { CheckedPool } from './checked-pool';
import type { Driver } from './database';
import { appliedMigrations } from './migrations';
import * as schema from './schema';
import { databaseTls } from './tls';

/** A number that no other program locks with: the ASCII codes of "shop". */
const migrationLock = 0x73_68_6f_70;

type Settings = Environment & { readonly DATABASE_HOST: string };

export function openPostgres(environment: Settings, log: Logger): Driver {
  const connection = connectionOf(environment);
  const pool = new CheckedPool(
    {
      ...connection,
      // R3: by default 10 kept open, 20 more under load, each replaced after an hour.
      min: environment.DATABASE_POOL_CONNECTIONS,
      max: environment.DATABASE_POOL_CONNECTIONS + environment.DATABASE_POOL_OVERFLOW,
      maxLifetimeSeconds: environment.DATABASE_POOL_RECYCLE_SECONDS,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 2000,
      // PostgreSQL ends what no request waits for any more.
      statement_timeout: 5000,
      lock_timeout: 4000,
      idle_in_transaction_session_timeout: 10_000,
    },
    log,
  );
  const orm = drizzle(pool, { schema });
  return {
    kind: 'postgres',
    orm,
    check: async () => {
      await pool.query('select 1');
    },
    migrate: () => migrateAlone(connection),
    close: () => pool.end(),
  };
}

/** Uses its own connection, which has no time limits and holds the lock until it ends. */
async function migrateAlone(connection: ClientConfig): Promise<number> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const orm = drizzle(client, { schema });
    const before = await appliedMigrations(orm);
    await migrate(orm, { migrationsFolder: migrationsDirectory });
    return (await appliedMigrations(orm)) - before;
  } finally {
    await client.end();
  }
}

function connectionOf(environment: Settings): ClientConfig {
  return {
    host: environment.DATABASE_HOST,
    port: environment.DATABASE_PORT,
    database: environment.DATABASE_NAME,
    user: environment.DATABASE_USER,
    password: environment.DATABASE_PASSWORD,
    ssl: databaseTls(environment.DATABASE_TLS, environment.DATABASE_HOST),
    keepAlive: true,
    application_name: 'insightshop',
  };
}
