import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { runBundle, startServer } from '../../../setup/server-process';
import {
  describeWithRedis,
  postgresVariables,
  startPostgres,
  startRedis,
  type Service,
} from '../../../setup/services';
import { fillCatalogue, shipTo, silent } from '../../../setup/shop';
import { until } from '../../../setup/until';

const json = { 'content-type': 'application/json' };

describe('C24: a server with a wrong environment', () => {
  test('exits with code 78 and one message that names every problem, without a stack', async () => {
    const { code, stderr } = await runBundle({ NODE_ENV: 'production', PORT: 'eighty', JWT_SECRET: 'short' })
      .ended;
    expect(code).toBe(78);
    for (const name of [
      'PORT',
      'JWT_SECRET',
      'DATABASE_HOST',
      'DATABASE_USER',
      'TRUSTED_PROXY_HOPS',
      'VECTORS',
    ])
      expect(stderr).toContain(`  ${name}`);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain('short');
  }, 30_000);

  test('an unknown job is named, with the known ones', async () => {
    const { code, stderr } = await runBundle({}, ['migrat']).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/"migrat".*migrate, seed, reindex, export/);
  }, 30_000);
});

describeWithRedis('the server as a process', () => {
  let postgres: Service;
  let redis: Service;
  const variables = () => ({
    ...postgresVariables(postgres),
    CACHE_URL: `redis://127.0.0.1:${redis.port}`,
    JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
  });
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const database = await openDatabase(readEnvironment(postgresVariables(postgres)), silent);
    await fillCatalogue(database);
    await database.close();
  }, 60_000);
  afterAll(async () => {
    await postgres.remove();
    await redis.remove();
  });

  test('SIGTERM: open requests are finished, no new ones are accepted, and the process exits', async () => {
    const server = await startServer(variables());
    const body = JSON.stringify({
      email: `${randomUUID()}@example.test`,
      name: 'Ada',
      password: 'correct horse battery',
    });
    const begun = fetch(`${server.url}/api/accounts`, { method: 'POST', headers: json, body });
    // Now the request has arrived: its password takes a tenth of a second to hash.
    await fetch(`${server.url}/api/health`);
    server.signal('SIGTERM');
    expect((await begun).status).toBe(201);
    const { code, stdout } = await server.ended;
    expect(code).toBe(0);
    expect(stdout).toContain('InsightShop is closed');
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  }, 60_000);

  test('R4: the eleventh chat within a minute is refused, whichever of two processes it reaches', async () => {
    const servers = await Promise.all([startServer(variables()), startServer(variables())]);
    const statuses: number[] = [];
    for (let time = 0; time < 12; time++) {
      const url = `${servers[time % 2]?.url ?? ''}/api/chat`;
      const answer = await fetch(url, { method: 'POST', headers: json, body: '{"message":"a lamp"}' });
      await answer.text();
      statuses.push(answer.status);
    }
    for (const server of servers) server.signal('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
  }, 60_000);

  test('R2: every line of the log is JSON with level, source and request', async () => {
    const server = await startServer(variables());
    await fetch(`${server.url}/api/products`);
    server.signal('SIGTERM');
    const { stdout } = await server.ended;
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const request = lines.find(({ msg }) => msg === 'request');
    expect(request).toMatchObject({
      level: 'info',
      route: '/api/products',
      status: 200,
      requestId: expect.any(String),
    });
    expect(request?.source).toMatch(/^server\/http\/observing\.ts:\d+$/);
  }, 60_000);
});

describe('on a laptop, without any service', () => {
  test('kill -9 loses no order, and a second process cannot open the same data', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'shop-laptop-'));
    const variables = { DATA_DIRECTORY: directory };
    // Killed while the database was created: an incomplete one is never opened.
    const unfinished = runBundle({ ...variables, PORT: '1' });
    await until('a database begun', () => existsSync(join(directory, 'database.unfinished', 'PG_VERSION')));
    unfinished.child.kill('SIGKILL');
    await unfinished.ended;

    const first = await startServer(variables);
    const categories = await fetch(`${first.url}/api/categories`);
    expect(await categories.json()).toHaveLength(10);
    const second = await runBundle({ ...variables, PORT: '1' }).ended;
    expect(second.stderr).toContain('is open in process');
    // No search was made: the index is built at the start.
    await until('all indexed', () => first.log().includes('"percent":100'));

    const session = await fetch(`${first.url}/api/accounts`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email: 'ada@example.test', name: 'Ada', password: 'correct horse battery' }),
    });
    const { accessToken } = (await session.json()) as { accessToken: string };
    const headers = { ...json, authorization: `Bearer ${accessToken}` };
    await fetch(`${first.url}/api/cart/items/7`, { method: 'PUT', headers, body: '{"quantity":1}' });
    const placed = await fetch(`${first.url}/api/orders`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ shipTo }),
    });
    expect(placed.status).toBe(201);
    first.signal('SIGKILL');
    await first.ended;

    const again = await startServer(variables);
    const orders = await fetch(`${again.url}/api/orders`, { headers });
    expect(await orders.json()).toMatchObject({ items: [await placed.json()] });
    again.signal('SIGTERM');
    expect((await again.ended).code).toBe(0);
    rmSync(directory, { recursive: true, force: true });
  }, 120_000);
});
