import { sql } from 'drizzle-orm';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import type { Database, Orm } from '../../../../app-image/server/database/database';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

describe('what is tried again', () => {
  let service: Service;
  let database: Database;
  beforeAll(async () => {
    service = await startPostgres();
    database = await openDatabase(readEnvironment(postgresVariables(service)), silent);
    await database.orm.execute(sql`create table counters (id integer primary key, value integer not null)`);
    await database.orm.execute(sql`insert into counters values (1, 0), (2, 0)`);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await service.remove();
  });

  /** Ends the connection of the transaction, as a failover does. */
  const endConnection = (orm: Orm) =>
    orm.execute(sql`select pg_terminate_backend(pg_backend_pid())`).then(() => undefined);
  const add = (orm: Orm, id: number) =>
    orm.execute(sql`update counters set value = value + 1 where id = ${id}`);

  test('a write whose connection breaks is never tried again: it may have been committed', async () => {
    let attempts = 0;
    const write = database.transaction(async (orm) => {
      attempts += 1;
      await add(orm, 1);
      await endConnection(orm);
    });
    await expect(write).rejects.toMatchObject({ name: 'UnavailableError', dependency: 'database' });
    expect(attempts).toBe(1);
  });

  test('a write whose commit was not answered happens once', async () => {
    const original = database.orm.transaction.bind(database.orm);
    const unanswered = jest.spyOn(database.orm, 'transaction').mockImplementation(async (work, settings) => {
      await original(work, settings);
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    });
    await expect(database.transaction((orm) => add(orm, 2))).rejects.toMatchObject({
      name: 'UnavailableError',
    });
    expect(unanswered).toHaveBeenCalledTimes(1);
    unanswered.mockRestore();
    const rows = await database.read((orm) =>
      orm.select({ value: sql<number>`value` }).from(sql`counters where id = 2`),
    );
    expect(rows).toEqual([{ value: 1 }]);
  });

  test('a read whose connection breaks is tried once more', async () => {
    let attempts = 0;
    const read = database.read(async (orm) => {
      attempts += 1;
      if (attempts === 1) await endConnection(orm);
      return 'read';
    });
    await expect(read).resolves.toBe('read');
    expect(attempts).toBe(2);
  });

  test('a write that PostgreSQL rolled back for a conflict runs again, three times at most', async () => {
    let attempts = 0;
    const conflict = database.transaction(async (orm) => {
      attempts += 1;
      await orm.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(conflict).rejects.toThrow();
    expect(attempts).toBe(3);
  });
});
