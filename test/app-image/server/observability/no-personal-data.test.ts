import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createLog } from '../../../../app-image/server/observability/log';
import { startErrorCollector, type ErrorCollector } from '../../../setup/error-collector';
import { runBundle, startServer } from '../../../setup/server-process';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  order,
  putInCart,
  register,
  unlimited,
  type OpenedShop,
} from '../../../setup/shop';

const customer = {
  email: 'grace@example.test',
  name: 'Grace Brewster Hopper',
  password: 'correct horse battery',
  street: '7 Arlington Avenue',
};
const shows = (text: string) => [
  ...Object.values(customer).filter((value) => text.includes(value)),
  ...(text.match(/scrypt\$\S+/g) ?? []),
];

/** Ways in which PostgreSQL refuses a row, each with values of the row in another part of its error. */
const refusals: Record<string, string> = {
  'a check that fails': 'alter table %t add constraint refused check (false) not valid',
  'a trigger that repeats the row': `
    create function repeat_row() returns trigger language plpgsql as
      $$ begin raise exception 'bad row %', new using hint = new::text; end $$;
    create trigger refused before insert on %t for each row execute function repeat_row()`,
  'a column of another type': 'alter table %t alter column %c type integer using 0',
};
const restores: Record<string, string> = {
  'a check that fails': 'alter table %t drop constraint refused',
  'a trigger that repeats the row': 'drop trigger refused on %t; drop function repeat_row()',
  'a column of another type': 'alter table %t alter column %c type %o using %v',
};

describe('a query that PostgreSQL refuses', () => {
  let service: Service;
  let collector: ErrorCollector;
  let opened: OpenedShop;
  let log = '';
  beforeAll(async () => {
    [service, collector] = await Promise.all([startPostgres(), startErrorCollector()]);
    opened = await openTestShop(
      { ...unlimited, ...postgresVariables(service), ERROR_TRACKER_DSN: collector.dsn },
      {
        log: await createLog(
          { LOG_LEVEL: 'trace', LOG_FILE: undefined },
          { write: (line) => void (log += line) },
        ),
      },
    );
    await fillCatalogue(opened.shop.database);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await collector.stop();
    await service.remove();
  });
  beforeEach(() => {
    log = '';
  });

  /** Runs `work` while inserts into `table` are refused; then the table takes rows again. */
  async function whileRefused<T>(
    way: string,
    { table, column, type, value }: Record<'table' | 'column' | 'type' | 'value', string>,
    work: () => Promise<T>,
  ): Promise<T> {
    const execute = async (statements = '') => {
      const text = statements
        .replaceAll('%t', table)
        .replaceAll('%c', column)
        .replaceAll('%o', type)
        .replaceAll('%v', value);
      await opened.shop.database.orm.execute(sql.raw(text));
    };
    await execute(refusals[way]);
    try {
      return await work();
    } finally {
      await execute(restores[way]);
    }
  }
  const accounts = { table: 'accounts', column: 'name', type: 'text', value: "''" };
  const orders = { table: 'orders', column: 'ship_to', type: 'jsonb', value: "'{}'" };

  test.each(Object.keys(refusals))(
    '%s at a registration: log, error tracker and answer hold nothing of the customer',
    async (way) => {
      const answer = await whileRefused(way, accounts, () =>
        opened.app.inject({
          method: 'POST',
          url: '/api/accounts',
          payload: { ...customer, street: undefined },
        }),
      );
      expect(answer.statusCode).toBe(500);
      // The line is still of use: it says which statement failed, and where.
      expect(log).toMatch(/Failed query: insert into .{1,3}accounts.*SQLSTATE|"code":"(23514|P0001|22P02)"/);
      expect(shows(log + answer.body)).toEqual([]);
    },
  );

  test.each(Object.keys(refusals))('%s at an order: the address stays out as well', async (way) => {
    const ordering = await register(opened.app);
    await putInCart(opened.app, ordering, lamp, 1);
    const shipTo = { name: customer.name, street: customer.street, city: 'X', postcode: '1', country: 'US' };
    const answer = await whileRefused(way, orders, () =>
      order(opened.app, ordering, randomUUID(), { shipTo }),
    );
    expect(answer.statusCode).toBe(500);
    expect(log).toContain('Failed query: insert into');
    expect(shows(log + answer.body)).toEqual([]);
    expect(log).not.toContain(ordering.email);
  });

  // Last: it waits for what the tracker was sent by the tests before.
  test('the error tracker was told of each failure, and of no customer', async () => {
    await opened.shop.errors.close();
    const reports = collector.received().match(/Failed query: insert into/g) ?? [];
    expect(reports.length).toBeGreaterThanOrEqual(6);
    expect(shows(collector.received())).toEqual([]);
  });
});

describe('an error that nothing caught', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shop-failure-'));
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await service.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  test.each([
    ['a rejection', 'Promise.reject(failure())'],
    ['an exception', 'throw failure()'],
    [
      'a rejection with an object',
      '({ then: (_, reject) => reject({ email }) }).then(0, (e) => Promise.reject(e))',
    ],
  ])(
    '%s ends the process with code 1, and its text holds no value',
    async (_, statement) => {
      const preload = join(directory, 'fails-on-signal.mjs');
      writeFileSync(
        preload,
        `const { email, name } = ${JSON.stringify(customer)};
       const failure = () => Object.assign(
         new Error('Failed query: insert\\nparams: ' + email + ',' + name, {
           cause: Object.assign(new Error('x'), { detail: 'Key (email)=(' + email + ')', code: '23505' }),
         }),
         { params: [name] },
       );
       process.on('SIGUSR2', () => { ${statement} });`,
      );
      const server = await startServer({
        ...postgresVariables(service),
        JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
        NODE_OPTIONS: `--import=${preload}`,
      });
      server.signal('SIGUSR2');
      const { code, stdout, stderr } = await server.ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/^(Error: Failed query|Object: a value)/m);
      expect(shows(stdout + stderr)).toEqual([]);
    },
    60_000,
  );

  test('a job that PostgreSQL refuses says what failed, and no value', async () => {
    const variables = postgresVariables(service);
    expect((await runBundle(variables, ['migrate']).ended).code).toBe(0);
    const client = new Client({ host: '127.0.0.1', port: service.port, user: 'shop', database: 'postgres' });
    await client.connect();
    await client.query(`
      create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'for ${customer.email}' using detail = '${customer.name}'; end $$;
      create trigger refused before insert on products for each row execute function refuse()`);
    await client.end();
    const { code, stdout, stderr } = await runBundle(variables, ['seed']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Failed query: insert into "products"');
    expect(stderr).toContain('SQLSTATE P0001');
    expect(stderr).not.toContain('params');
    expect(shows(stdout + stderr)).toEqual([]);
  }, 60_000);
});
