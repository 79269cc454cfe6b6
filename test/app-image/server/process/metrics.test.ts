import { randomUUID } from 'node:crypto';
import {
  billedMetrics,
  metricNamespace,
  metrics,
  routeClasses,
} from '../../../../app-image/contract/metrics';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { startBedrock, type FakeBedrock } from '../../../setup/bedrock';
import { startServer, type ServerProcess } from '../../../setup/server-process';
import {
  describeWithRedis,
  postgresVariables,
  startPostgres,
  startRedis,
  type Service,
} from '../../../setup/services';
import { fillCatalogue, lamp, shipTo, silent, unlimited } from '../../../setup/shop';
import { emfProblems, type EmfLine } from '../observability/emf-checker';

const customer = {
  email: 'grace@example.test',
  name: 'Grace Brewster Hopper',
  password: 'correct horse battery',
};
const question = 'a lamp for my aunt Mathilde';

/** Where the numbers of a line go in CloudWatch. */
const placeOf = ({ Deployment, Route = '' }: EmfLine) => `${String(Deployment)} ${String(Route)}`.trim();

describeWithRedis('metrics of running servers', () => {
  let postgres: Service;
  let redis: Service;
  let bedrock: FakeBedrock;
  /** Every line with metrics that two deployments wrote until they ended, as text. */
  let texts: string[] = [];
  const lines = () => texts.map((text) => JSON.parse(text) as EmfLine);

  const start = (deployment: string) =>
    startServer({
      ...postgresVariables(postgres),
      ...unlimited,
      METRICS: 'on',
      DEPLOYMENT: deployment,
      CACHE_URL: `redis://127.0.0.1:${redis.port}`,
      JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      AI_PROVIDER: 'bedrock',
      AI_MODEL_ID: 'global.anthropic.claude-haiku-5-5',
      AI_MONTHLY_TOKEN_BUDGET: '1000000',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: bedrock.url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    });

  async function call(server: ServerProcess, method: string, path: string, body?: object, token?: string) {
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}`, 'idempotency-key': 'a-key-of-this-test-0001' }),
      },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** A customer who looks around, asks twice, orders, and repeats the order. */
  async function shopWith(server: ServerProcess, email: string): Promise<void> {
    for (const path of ['/', '/api/products', '/api/products', '/api/search?q=lamp', '/api/nothing'])
      await call(server, 'GET', path);
    const session = await call(server, 'POST', '/api/accounts', { ...customer, email });
    const { accessToken } = JSON.parse(session.text) as { accessToken: string };
    await call(server, 'PUT', `/api/cart/items/${lamp}`, { quantity: 1 }, accessToken);
    for (const time of [1, 2]) {
      const { status } = await call(server, 'POST', '/api/orders', { shipTo }, accessToken);
      expect([time, status]).toEqual([time, 201]);
    }
    bedrock.usual = {
      kind: 'answer',
      words: ['This ', 'one.'],
      usage: { inputTokens: 10_000, outputTokens: 100 },
    };
    expect((await call(server, 'POST', '/api/chat', { message: question })).text).toContain('event: done');
    bedrock.usual = { kind: 'refused', status: 429, error: 'ThrottlingException' };
    expect((await call(server, 'POST', '/api/chat', { message: question })).text).toContain('event: error');
  }

  beforeAll(async () => {
    [postgres, redis, bedrock] = await Promise.all([startPostgres(), startRedis(), startBedrock()]);
    const database = await openDatabase(readEnvironment(postgresVariables(postgres)), silent);
    await fillCatalogue(database);
    await database.close();
    const servers = await Promise.all([start('one'), start('two')]);
    for (const [index, server] of servers.entries()) await shopWith(server, `${index}${customer.email}`);
    // Open while the process is told to end: its password takes a tenth of a second to hash.
    const last = servers.map((server) =>
      call(server, 'POST', '/api/accounts', { ...customer, email: `${randomUUID()}@example.test` }),
    );
    await Promise.all(servers.map((server) => fetch(`${server.url}/api/health`)));
    for (const server of servers) server.signal('SIGTERM');
    expect((await Promise.all(last)).map(({ status }) => status)).toEqual([201, 201]);
    const ended = await Promise.all(servers.map((server) => server.ended));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    texts = ended.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line.includes('"_aws"')));
    for (const [index, deployment] of ['one', 'two'].entries())
      expect(ended[index]?.stdout).toMatch(
        new RegExp(`"deployment":"${deployment}".*"msg":"InsightShop is open"`),
      );
  }, 120_000);
  afterAll(async () => {
    await bedrock.stop();
    await postgres.remove();
    await redis.remove();
  });

  test('A11, C29: every line is one that CloudWatch reads, within its limits', () => {
    expect(texts.length).toBeGreaterThanOrEqual(8);
    expect(texts.flatMap((text) => emfProblems(text))).toEqual([]);
  });

  test('names, units and dimensions are those of the contract', () => {
    const written = new Set<string>();
    for (const line of lines())
      for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics)
        for (const { Name, Unit } of Metrics) {
          const defined = Object.entries(metrics).find(([name]) => name === Name)?.[1];
          expect([Name, Namespace, Unit, Dimensions]).toEqual([
            Name,
            metricNamespace,
            defined?.unit,
            [defined?.dimensions],
          ]);
          if (line.Deployment === 'one') written.add(`${Name} ${placeOf(line)}`);
        }
    expect(written.size).toBeLessThanOrEqual(billedMetrics);
    expect(lines().every(({ Route = 'browse' }) => typeof Route === 'string' && Route in routeClasses)).toBe(
      true,
    );
  });

  test('nothing that was counted before SIGTERM is lost, and sums are exact', () => {
    const sums: Record<string, Record<string, number>> = {};
    const latencies: Record<string, number> = {};
    for (const line of lines())
      for (const { Name } of line._aws.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics)) {
        const value = line[Name];
        const place = placeOf(line);
        if (Array.isArray(value)) latencies[place] = (latencies[place] ?? 0) + value.length;
        else {
          const sum = (sums[place] ??= {});
          sum[Name] = (sum[Name] ?? 0) + Number(value);
        }
      }
    for (const deployment of ['one', 'two']) {
      expect(sums[`${deployment} browse`]).toEqual({ Requests: 5 });
      // Two registrations, one cart, one order and its repetition.
      expect(sums[`${deployment} shopping`]).toEqual({ Requests: 5 });
      expect(sums[`${deployment} chat`]).toEqual({ Requests: 2 });
      expect(sums[deployment]).toMatchObject({
        OrdersPlaced: 1,
        ChatInputTokens: 10_000,
        ChatOutputTokens: 100,
        ChatThrottles: 1,
        // No vectors were written: the search and both questions fall back to words.
        SearchFallbacks: 3,
      });
      expect(sums[deployment]).not.toHaveProperty('ChatErrors');
      expect(sums[deployment]?.ChatCostUsd).toBeCloseTo(0.00105, 12);
      expect(latencies).toMatchObject({ [`${deployment} browse`]: 5, [`${deployment} chat`]: 2 });
    }
    // The budget is that of the database, which both share here: 10,100 and 20,200 of a million tokens.
    expect(sums.one?.TokenBudgetPercent).toBeCloseTo(1.01, 10);
    expect(sums.two?.TokenBudgetPercent).toBeCloseTo(2.02, 10);
  });

  test('two deployments have no dimension in common', () => {
    const places = [...new Set(lines().map(placeOf))].sort();
    expect(places).toEqual([
      ...['one', 'one browse', 'one chat', 'one shopping'],
      ...['two', 'two browse', 'two chat', 'two shopping'],
    ]);
  });

  test('no line with metrics holds a word of a customer', () => {
    const personal = [...Object.values(customer), ...Object.values(shipTo), question, 'lamp', '@', 'Bearer'];
    // As whole words: the name Ada is part of no other.
    const shown = texts.flatMap((text) =>
      personal.filter((word) => new RegExp(`(?<![A-Za-z0-9])${word}(?![A-Za-z0-9])`).test(text)),
    );
    expect(shown).toEqual([]);
    for (const line of lines())
      for (const [member, value] of Object.entries(line))
        if (!['_aws', 'level', 'time', 'source', 'Deployment', 'Route'].includes(member))
          expect([member, [value].flat().every((one) => typeof one === 'number')]).toEqual([member, true]);
  });
});
