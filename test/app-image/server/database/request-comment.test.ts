import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { CheckedPool } from '../../../../app-image/server/database/checked-pool';
import { createLog } from '../../../../app-image/server/observability/log';
import { forRequest } from '../../../../app-image/server/observability/current-request';
import { databaseUser, postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  putInCart,
  register,
  silent,
  unlimited,
  type OpenedShop,
} from '../../../setup/shop';
import { until } from '../../../setup/until';

const id = 'SJ-O-1Pg1lMy3CxOJ9sWbT7pSYHLIbpUN0x1Vk6TZ_wuKAsw2B0Ppg==';
const comment = `/*request='${encodeURIComponent(id)}'*/`;

describe('the id of a request on its way to PostgreSQL', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shop-statements-'));
  let service: Service;
  let opened: OpenedShop;
  let lines = '';
  beforeAll(async () => {
    const { uid, gid } = databaseUser();
    if (uid !== undefined) await chown(directory, uid, gid ?? uid);
    service = await startPostgres({
      logging_collector: 'on',
      log_directory: directory,
      log_filename: 'server.log',
      log_statement: 'all',
    });
    opened = await openTestShop(
      { ...unlimited, ...postgresVariables(service) },
      {
        log: await createLog(
          { LOG_LEVEL: 'info', LOG_FILE: undefined },
          { write: (line) => void (lines += line) },
        ),
      },
    );
    await fillCatalogue(opened.shop.database);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await service.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  const admin = async <R extends object>(text: string): Promise<R[]> => {
    const client = new Client({ host: '127.0.0.1', port: service.port, user: 'shop', database: 'postgres' });
    await client.connect();
    const { rows } = await client.query<R>(text);
    await client.end();
    return rows;
  };
  /** Statements that the server executed since `start`. */
  const statements = async (start: number) => {
    // PostgreSQL writes its log in another process: what stands before the mark is complete.
    const mark = `select '${randomUUID()}'`;
    await admin(mark);
    const log = () => readFileSync(join(directory, 'server.log'), 'utf8').slice(start);
    await until('the end of the log', () => log().includes(mark));
    return log()
      .split(/^(?=\d{4}-\d\d-\d\d )/m)
      .map((entry) => /LOG: {2}(?:statement|execute [^:]+): ([^]*)/.exec(entry)?.[1]?.trim())
      .filter((statement) => statement !== undefined && statement !== '' && statement !== mark)
      .map(String);
  };
  const logged = () => readFileSync(join(directory, 'server.log'), 'utf8').length;

  test('is a comment at the end of every statement of the request', async () => {
    const { app } = opened;
    const customer = await register(app);
    await putInCart(app, customer, lamp, 1);
    const start = logged();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/orders',
      headers: {
        authorization: customer.authorization,
        'idempotency-key': 'a-key-of-this-test-0001',
        'x-amz-cf-id': id,
      },
      payload: {
        shipTo: { name: 'Ada', street: 'Main Street 1', city: 'Basel', postcode: '4001', country: 'CH' },
      },
    });
    expect([answer.statusCode, answer.headers['x-request-id']]).toEqual([201, id]);
    const executed = await statements(start);
    expect(executed.length).toBeGreaterThan(6);
    expect(executed.filter((statement) => !statement.endsWith(comment))).toEqual([]);
    expect(executed.some((statement) => statement.startsWith('begin'))).toBe(true);
    expect(executed.some((statement) => statement.startsWith('commit'))).toBe(true);
  });

  test('is there as well when the body arrives in parts, some time after the headers', async () => {
    const address = await opened.app.listen({ port: 0, host: '127.0.0.1' });
    const { authorization } = await register(opened.app);
    const start = logged();
    const body = JSON.stringify({ quantity: 2 });
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${address}/api/cart/items/${lamp}`, {
        method: 'PUT',
        headers: {
          authorization,
          'content-type': 'application/json',
          'content-length': body.length,
          'x-amz-cf-id': id,
        },
      });
      sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      sending.write(body.slice(0, 5));
      setTimeout(() => sending.end(body.slice(5)), 100);
    });
    expect(status).toBe(200);
    const executed = await statements(start);
    expect(executed.length).toBeGreaterThan(3);
    expect(executed.filter((statement) => !statement.endsWith(comment))).toEqual([]);
  });

  test('is that of its own request, also when many requests wait for few connections', async () => {
    const { authorization } = await register(opened.app);
    const start = logged();
    const ids = Array.from({ length: 60 }, (_, index) => `request-${String(index).padStart(4, '0')}`);
    const answers = await Promise.all(
      ids.map((one) =>
        opened.app.inject({ url: '/api/cart', headers: { authorization, 'x-request-id': one } }),
      ),
    );
    expect(answers.map(({ headers }) => headers['x-request-id'])).toEqual(ids);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const found = (await statements(start)).map(
      (statement) => /request='([^']*)'\*\/$/.exec(statement)?.[1] ?? 'none',
    );
    expect(found.length % ids.length).toBe(0);
    const each = found.length / ids.length;
    expect(ids.map((one) => found.filter((id) => id === one).length)).toEqual(ids.map(() => each));
  });

  test('is in pg_stat_activity while the statement runs', async () => {
    const running = forRequest(id, () =>
      opened.shop.database.read((orm) =>
        orm.select({ slept: sql`pg_sleep(0.5)::text` }).from(sql`(select 1) as one`),
      ),
    );
    let seen: string[] = [];
    while (seen.length === 0) {
      const rows = await admin<{ query: string }>(
        "select query from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()",
      );
      seen = rows.map(({ query }) => query);
    }
    await running;
    expect(seen).toEqual([expect.stringContaining(comment)]);
  });

  test('is in every line that the request writes, also below the routes, and once', async () => {
    lines = '';
    const vectors = opened.shop.search;
    await opened.app.inject({ url: '/api/search?q=a%20lamp', headers: { 'x-request-id': 'search-0001' } });
    expect(await vectors.state()).toBe('off');
    const written = lines
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    expect(written.length).toBeGreaterThan(1);
    for (const line of written) expect(line.match(/"requestId":"search-0001"/g)).toHaveLength(1);
  });

  test('is in the answer to a failure and in its line', async () => {
    lines = '';
    const answer = await opened.app.inject({
      method: 'POST',
      url: '/api/sessions',
      headers: { 'x-request-id': 'failing-0001' },
      payload: { email: 'x' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ instance: 'failing-0001' });
    expect(lines).toContain('"requestId":"failing-0001"');
  });

  describe('in a statement', () => {
    let pool: CheckedPool;
    beforeAll(() => {
      pool = new CheckedPool(
        { host: '127.0.0.1', port: service.port, user: 'shop', database: 'postgres', max: 1 },
        silent,
      );
    });
    afterAll(() => pool.end());

    test.each([
      "x*/; drop table orders; /*'",
      "';drop table orders;--",
      '/* nested */',
      'a\\',
      "ends with a quote'",
      '\u0000\r\n$1',
    ])('it can end neither the comment nor the value: %j', async (hostile) => {
      const start = logged();
      const { rows } = await forRequest(hostile, () => pool.query('select $1::int as one', [1]));
      expect(rows).toEqual([{ one: 1 }]);
      const [statement = ''] = await statements(start);
      expect(statement).toMatch(/^select \$1::int as one \/\*request='[\w.~%-]*'\*\/$/);
      expect(decodeURIComponent(/'(.*)'/.exec(statement)?.[1] ?? '')).toBe(hostile);
    });

    test('with a name the text stays as it is: it is prepared once for all requests', async () => {
      const named = { name: 'by number', text: 'select $1::int as one', values: [1] };
      for (const one of ['request-one', 'request-two'])
        expect((await forRequest(one, () => pool.query(named))).rows).toEqual([{ one: 1 }]);
      const { rows } = await pool.query<{ statement: string; uses: number }>(
        'select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements',
      );
      expect(rows).toEqual([{ statement: 'select $1::int as one', uses: 2 }]);
    });

    test('outside of a request there is none', async () => {
      const start = logged();
      await pool.query('select 1 as one');
      expect(await statements(start)).toContain('select 1 as one');
    });

    test('a callback and a configuration get their rows as without it', async () => {
      const rows = await forRequest(
        id,
        () =>
          new Promise((resolve, reject) => {
            pool.query('select 2 as two', (error: Error | undefined, result) =>
              error ? reject(error) : resolve(result.rows),
            );
          }),
      );
      expect(rows).toEqual([{ two: 2 }]);
      const arrays = await forRequest(id, () => pool.query({ text: 'select 3', rowMode: 'array' }));
      expect(arrays.rows).toEqual([[3]]);
    });
  });
});
