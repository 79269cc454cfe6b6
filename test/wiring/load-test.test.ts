import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { LoadTestResult } from '../../lib/load-test/result';
import { smallest } from '../lib/deployment/rule-cases';
import { runBundle, startServer, type ServerProcess } from '../setup/server-process';
import {
  describeWithRedis,
  postgresVariables,
  startPostgres,
  startRedis,
  type Service,
} from '../setup/services';
import { unlimited } from '../setup/shop';

const folder = mkdtempSync(join(tmpdir(), 'load-test-'));
const deployment = join(folder, 'tested.js');
// Room for a machine that does other work as well: these tests are not about how fast it is.
const stated = { ...smallest, name: 'tested', alarms: { latencyP95Ms: 3000, errorPercent: 1 } };
writeFileSync(deployment, `exports.default = ${JSON.stringify(stated)};`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly result: LoadTestResult;
}

/** 25 requests a second. */
async function loadTest(url: string, seconds: number, ...options: readonly string[]): Promise<Ending> {
  const json = join(folder, 'result.json');
  const args = [url, '-c', deployment, '--rate', '25', '--seconds', String(seconds), '--warm-up', '0'];
  const child = spawn(
    process.execPath,
    ['-r', 'ts-node/register', 'bin/load-test.ts', ...args, '--json', json, ...options],
    { cwd: join(__dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let stdout = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, stdout, result: JSON.parse(readFileSync(json, 'utf8')) as LoadTestResult };
}

const requestsOf = ({ rows }: LoadTestResult, step: string) =>
  rows.find((row) => row.step === step)?.requests ?? 0;

/** Forwards to the shop and holds each answer back. */
async function slowedDown(shop: ServerProcess, ms: number) {
  const { hostname, port } = new URL(shop.url);
  const proxy = createServer(({ method, url, headers }, response) => {
    const passed = forward({ hostname, port, method, path: url, headers }, (answer) => {
      setTimeout(() => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }, ms);
    });
    response.req.pipe(passed);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const address = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

describeWithRedis('the load test against the shop with PostgreSQL and Redis (C37)', () => {
  let postgres: Service;
  let redis: Service;
  let shop: ServerProcess;
  let database: Client;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const variables = {
      ...postgresVariables(postgres),
      ...unlimited,
      CACHE_URL: `redis://127.0.0.1:${redis.port}`,
    };
    for (const job of ['migrate', 'seed', 'reindex'])
      expect(await runBundle(variables, [job]).ended).toMatchObject({ code: 0 });
    shop = await startServer(variables);
    database = new Client({ host: '127.0.0.1', port: postgres.port, user: 'shop', database: 'postgres' });
    await database.connect();
  }, 120_000);

  afterAll(async () => {
    await database.end();
    shop.signal('SIGTERM');
    await shop.ended;
    await Promise.all([postgres.remove(), redis.remove()]);
  });

  const number = async (query: string) =>
    Number((await database.query<{ number: string }>(`select ${query} as number`)).rows[0]?.number);
  const stock = () => number('(select sum(stock) from products)');

  test('by default leaves no account, no order and no cart, and takes nothing from the stock', async () => {
    const before = await stock();
    const { code, result } = await loadTest(shop.url, 20);
    expect(result.errorCauses).toEqual([]);
    expect(requestsOf(result, 'all')).toBe(500);
    expect(requestsOf(result, 'cart-change')).toBeGreaterThan(0);
    expect(await number('(select count(*) from accounts) + (select count(*) from orders)')).toBe(0);
    expect(await number('(select count(*) from carts)')).toBe(0);
    expect(await stock()).toBe(before);
    expect(code).toBe(0);
  }, 120_000);

  test('with --orders and --chat places real orders of one piece each, and asks the assistant', async () => {
    const before = await stock();
    const { code, result } = await loadTest(shop.url, 40, '--orders', '--chat');
    const orders = await number('(select count(*) from orders)');
    expect(result.errorCauses).toEqual([]);
    expect(orders).toBeGreaterThan(0);
    expect(orders).toBe(requestsOf(result, 'order'));
    expect(await number('(select count(*) from accounts)')).toBe(requestsOf(result, 'sign-up'));
    expect(before - (await stock())).toBe(orders);
    expect(requestsOf(result, 'chat')).toBeGreaterThan(0);
    expect(code).toBe(0);
  }, 120_000);

  test('finds that a shop is slow', async () => {
    const slow = await slowedDown(shop, 3500);
    try {
      const { code, result } = await loadTest(slow.url, 4);
      expect(result.verdict).toBe('broken');
      expect(result.rows.find(({ step }) => step === 'API')?.verdict).toBe('latency');
      expect(code).toBe(1);
    } finally {
      slow.stop();
    }
  }, 120_000);

  test('does not pass when the default rate limits refuse it, and names the settings to raise (R4)', async () => {
    const limited = await startServer({ ...postgresVariables(postgres), RATE_LIMIT_READS_PER_MINUTE: '60' });
    try {
      const { code, stdout, result } = await loadTest(limited.url, 8);
      expect(result).toMatchObject({ verdict: 'refused', refusedBy: ['application'] });
      expect(stdout).toMatch(/raise in container\.environment .*RATE_LIMIT_READS_PER_MINUTE/);
      expect(code).toBe(2);
    } finally {
      limited.signal('SIGTERM');
      await limited.ended;
    }
  }, 120_000);
});
