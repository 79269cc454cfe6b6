import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { CheckedPool } from '../../../../app-image/server/database/checked-pool';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

describe('R3, C18: the connection pool', () => {
  let service: Service;
  let admin: Client;
  const connection = () => ({ host: '127.0.0.1', port: service.port, user: 'shop', database: 'postgres' });
  beforeAll(async () => {
    service = await startPostgres();
    admin = new Client(connection());
    await admin.connect();
  }, 60_000);
  afterAll(async () => {
    await admin.end();
    await service.remove();
  });
  const backendOf = async (pool: CheckedPool) =>
    (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;

  test('the defaults are ten connections, twenty more under load, replaced after an hour', () => {
    expect(readEnvironment({})).toMatchObject({
      DATABASE_POOL_CONNECTIONS: 10,
      DATABASE_POOL_OVERFLOW: 20,
      DATABASE_POOL_RECYCLE_SECONDS: 3600,
    });
  });

  test('opens at most its connections and its overflow', async () => {
    const database = await openDatabase(
      readEnvironment({
        ...postgresVariables(service),
        DATABASE_POOL_CONNECTIONS: '2',
        DATABASE_POOL_OVERFLOW: '1',
      }),
      silent,
    );
    const busy = Array.from({ length: 8 }, () =>
      database.read((orm) => orm.select({ x: sql`pg_sleep(0.1)::text` }).from(sql`(select 1) as one`)),
    );
    await sleep(60);
    const { rows } = await admin.query<{ open: number }>(
      "select count(*)::int as open from pg_stat_activity where application_name = 'insightshop'",
    );
    await Promise.all(busy);
    await database.close();
    expect(rows[0]?.open).toBe(3);
  });

  test('a connection that died while idle is never used for a request', async () => {
    const pool = new CheckedPool({ ...connection(), max: 3 }, silent);
    const pids = await Promise.all([backendOf(pool), backendOf(pool), backendOf(pool)]);
    // Stopped, and not ended: as behind a failover, the socket still looks open.
    const clients = await Promise.all(pids.map(() => pool.connect()));
    clients.forEach((client) => client.release());
    await sleep(550);
    for (const pid of pids) await admin.query('select pg_terminate_backend($1)', [pid]);
    const now = await backendOf(pool);
    expect(pids).not.toContain(now);
    await pool.end();
  });

  test('DATABASE_POOL_RECYCLE_SECONDS reaches the pool: an older connection is replaced', async () => {
    const environment = readEnvironment(postgresVariables(service));
    const database = await openDatabase({ ...environment, DATABASE_POOL_RECYCLE_SECONDS: 1 }, silent);
    const backend = () =>
      database.read(async (orm) => {
        const rows = await orm.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(select 1) as one`);
        return rows[0]?.pid;
      });
    const first = await backend();
    await sleep(1200);
    expect(await backend()).not.toBe(first);
    await database.close();
  });

  test('the server ends a statement, a wait for a lock and an idle transaction that take too long', async () => {
    const database = await openDatabase(readEnvironment(postgresVariables(service)), silent);
    const settings = await database.read((orm) =>
      orm
        .select({
          statement: sql<string>`current_setting('statement_timeout')`,
          lock: sql<string>`current_setting('lock_timeout')`,
          idle: sql<string>`current_setting('idle_in_transaction_session_timeout')`,
        })
        .from(sql`(select 1) as one`),
    );
    expect(settings).toEqual([{ statement: '5s', lock: '4s', idle: '10s' }]);
    await database.close();
  });

  test('a connection is replaced when it has reached its age', async () => {
    const pool = new CheckedPool({ ...connection(), max: 1, maxLifetimeSeconds: 1 }, silent);
    const first = await backendOf(pool);
    expect(await backendOf(pool)).toBe(first);
    await sleep(1100);
    expect(await backendOf(pool)).not.toBe(first);
    await pool.end();
  });
});
