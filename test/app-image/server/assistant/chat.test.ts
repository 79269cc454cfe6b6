import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chatEvent, type ChatEvent } from '../../../../app-image/api/chat';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { chatUsage } from '../../../../app-image/server/database/schema';
import { createLog } from '../../../../app-image/server/observability/log';
import { startBedrock, type FakeBedrock, type Reply } from '../../../setup/bedrock';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { fillCatalogue, openTestShop, silent, unlimited, type OpenedShop } from '../../../setup/shop';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

const month = new Date().toISOString().slice(0, 7);
const budget = 100_000;

let bedrock: FakeBedrock;
let opened: OpenedShop;
let directory: string;
let address: string;
beforeAll(async () => {
  bedrock = await startBedrock();
  directory = await mkdtemp(join(tmpdir(), 'shop-'));
  opened = await openTestShop({
    ...unlimited,
    RATE_LIMIT_CHAT_PER_MINUTE: '1000',
    DATA_DIRECTORY: directory,
    AI_PROVIDER: 'bedrock',
    AI_MODEL_ID: 'eu.anthropic.claude-haiku-5-5',
    AI_MONTHLY_TOKEN_BUDGET: String(budget),
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: bedrock.url,
  });
  await fillCatalogue(opened.shop.database);
  address = await opened.app.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(async () => {
  await opened.close();
  await bedrock.stop();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  bedrock.received.length = 0;
  bedrock.usual = { kind: 'answer', words: ['Hello', ' there'] };
  await opened.shop.database.orm.delete(chatUsage);
});

interface Asked {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
  readonly events: ChatEvent[];
  readonly cookies: Record<string, string>;
}

async function ask(
  message: string,
  conversationId?: string,
  cookies: Record<string, string> = {},
): Promise<Asked> {
  const answer = await opened.app.inject({
    method: 'POST',
    url: '/api/chat',
    cookies,
    payload: { message, conversationId },
  });
  const events = answer.body
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [name = '', data = ''] = block.split('\n');
      return chatEvent.parse({ type: name.slice(7), ...(JSON.parse(data.slice(6)) as object) });
    });
  const kept = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body,
    events,
    cookies: { ...cookies, ...kept },
  };
}

async function usage() {
  const [row] = await opened.shop.database.orm.select().from(chatUsage).where(eq(chatUsage.month, month));
  return row;
}

function conversationOf({ events }: Asked): string | undefined {
  const done = events.find((event) => event.type === 'done');
  return done?.conversationId;
}

test('an answer streams the products it is about, its words, and the tokens it took', async () => {
  const { status, headers, events } = await ask('a brass lamp for reading');
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/event-stream/);
  expect(events.map(({ type }) => type)).toEqual(['products', 'text', 'text', 'done']);
  const [products] = events;
  if (products?.type !== 'products') throw new Error('products come first');
  expect(products.items[0]).toMatchObject({ id: 1, name: 'Brass reading lamp' });
  expect(products.items[0]).not.toHaveProperty('description');
  expect(events[3]).toMatchObject({ usage: { inputTokens: 100, outputTokens: 20 } });
  expect(await usage()).toMatchObject({ answers: 1, inputTokens: 100, outputTokens: 20 });
});

test('a conversation goes on: the model hears what was said, and only from the same visitor', async () => {
  const first = await ask('a wool rug');
  const id = conversationOf(first);
  const second = await ask('and a smaller one?', id, first.cookies);
  expect(conversationOf(second)).toBe(id);
  const heard = JSON.stringify(bedrock.received[1]?.body.messages);
  expect(heard).toMatch(/a wool rug.*Hello there.*and a smaller one\?/);
  const [found] = second.events;
  expect(found?.type === 'products' && found.items[0]?.name).toBe('Wool rug');

  const stranger = await ask('what did they say?', id);
  expect(conversationOf(stranger)).not.toBe(id);
  expect(JSON.stringify(bedrock.received[2]?.body.messages)).not.toMatch(/wool rug\\n/);
});

test('an answer that breaks ends with an error event; what was said stands and is counted', async () => {
  bedrock.usual = { kind: 'cut', words: ['The lamp ', 'is '] };
  const { status, events } = await ask('lamp');
  expect(status).toBe(200);
  expect(events.map(({ type }) => type)).toEqual(['products', 'text', 'text', 'error']);
  expect(events[3]).toMatchObject({ problem: { type: '/problems/answer-broken', status: 502 } });
  const counted = await usage();
  expect(counted?.outputTokens).toBeGreaterThan(0);
  expect(counted?.inputTokens).toBeGreaterThan(0);
});

test('a spent budget is a friendly 503 that asks nothing of the model', async () => {
  await opened.shop.database.orm
    .insert(chatUsage)
    .values({ month, model: 'another', answers: 1, inputTokens: budget, outputTokens: 0 });
  const { status, headers, body } = await ask('lamp');
  expect(status).toBe(503);
  expect(headers['content-type']).toMatch(/problem\+json/);
  expect(Number(headers['retry-after'])).toBeGreaterThan(60);
  expect(JSON.parse(body)).toMatchObject({ type: '/problems/assistant-unavailable' });
  expect(bedrock.received).toEqual([]);
});

test('last month’s tokens do not count', async () => {
  await opened.shop.database.orm
    .insert(chatUsage)
    .values({ month: '2020-01', model: 'another', answers: 1, inputTokens: budget, outputTokens: 0 });
  expect((await ask('lamp')).status).toBe(200);
});

test('a customer who closes the page ends the call to the model', async () => {
  bedrock.usual = { kind: 'silent', words: ['One '] };
  const leaving = request(`${address}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  leaving.on('error', () => undefined);
  leaving.on('response', (response) => response.once('data', () => leaving.destroy()));
  leaving.end(JSON.stringify({ message: 'lamp' }));
  await bedrock.callerLeft;
});

test('the headers come at once, however long the model takes to its first word', async () => {
  bedrock.usual = { kind: 'silent', words: [] };
  const sending = request(`${address}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  const headers = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
  });
  sending.end(JSON.stringify({ message: 'lamp' }));
  expect(await headers).toBe(200);
  // Without a word from the model, headers that waited for it would come after the third attempt.
  expect(bedrock.received.length).toBeLessThanOrEqual(1);
  sending.destroy();
});

describe('metrics', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
    const database = await openDatabase(readEnvironment(postgresVariables(service)), silent);
    await fillCatalogue(database);
    await database.close();
  }, 60_000);
  afterAll(() => service.remove());

  /** What `work` wrote in a shop of its own, once that is closed: the sums of its metrics, and its log. */
  async function metricsOf(
    work: (app: FastifyInstance) => Promise<unknown>,
    variables: Record<string, string> = {},
  ): Promise<{ sums: Record<string, unknown>; log: string }> {
    let log = '';
    const shop = await openTestShop(
      {
        ...unlimited,
        METRICS: 'on',
        ...postgresVariables(service),
        AI_PROVIDER: 'bedrock',
        AI_MODEL_ID: 'eu.anthropic.claude-haiku-5-5',
        AWS_REGION: 'eu-west-1',
        AWS_ENDPOINT_URL: bedrock.url,
        ...variables,
      },
      {
        log: await createLog(
          { LOG_LEVEL: 'warn', LOG_FILE: undefined },
          { write: (line) => void (log += line) },
        ),
      },
    );
    await shop.shop.database.orm.delete(chatUsage);
    await work(shop.app);
    await shop.close();
    const written = log.split('\n').filter((line) => line.includes('"_aws"'));
    const sums: Record<string, unknown> = {};
    for (const line of written) Object.assign(sums, JSON.parse(line));
    return { sums, log };
  }

  /** One question for each of these replies. */
  const metricsAfter = (replies: readonly Reply[], variables: Record<string, string> = {}) =>
    metricsOf(async (app) => {
      for (const reply of replies) {
        bedrock.usual = reply;
        await app.inject({ method: 'POST', url: '/api/chat', payload: { message: 'lamp' } });
      }
    }, variables);

  const usage = { inputTokens: 20_000, outputTokens: 1000 };
  const answer: Reply = { kind: 'answer', words: ['Hello'], usage };
  const throttled: Reply = { kind: 'refused', status: 429, error: 'ThrottlingException' };
  const away: Reply = { kind: 'refused', status: 503, error: 'ServiceUnavailableException' };

  test('an answer counts its tokens and what they cost in this model', async () => {
    const { sums } = await metricsAfter([answer, answer]);
    expect(sums).toMatchObject({ ChatInputTokens: 40_000, ChatOutputTokens: 2000 });
    // 2 × (20,000 × 0.11 + 1000 × 0.55) USD for a million tokens.
    expect(sums.ChatCostUsd).toBeCloseTo(0.0055, 10);
    for (const name of ['ChatErrors', 'ChatThrottles', 'TokenBudgetPercent'])
      expect(sums).not.toHaveProperty(name);
  });

  test('with a budget its used share is a metric, also when an answer passes it', async () => {
    const { sums } = await metricsAfter([answer], { AI_MONTHLY_TOKEN_BUDGET: '100000' });
    expect(sums.TokenBudgetPercent).toBe(21);
    const spent = await metricsAfter([answer, answer], { AI_MONTHLY_TOKEN_BUDGET: '20000' });
    expect(spent.sums).toMatchObject({ TokenBudgetPercent: 105, ChatInputTokens: 20_000 });
    // A budget that works as it should is no error of the model.
    expect(spent.sums).not.toHaveProperty('ChatErrors');
  });

  test('a model without a known price has no cost, and the log says so once', async () => {
    const { sums, log } = await metricsAfter([answer, answer], {
      AI_MODEL_ID: 'eu.anthropic.claude-unknown-9',
    });
    expect(sums).toMatchObject({ ChatInputTokens: 40_000 });
    expect(sums).not.toHaveProperty('ChatCostUsd');
    expect(log.match(/the price of this model is not known/g)).toHaveLength(1);
    expect((await metricsAfter([answer])).log).not.toContain('price');
  });

  test.each<[string, readonly Reply[], object]>([
    ['throttled', [throttled], { ChatThrottles: 1 }],
    ['throttled inside the stream', [{ kind: 'throttled in the stream' }], { ChatThrottles: 1 }],
    ['away', [away], { ChatErrors: 1 }],
    ['cut in the middle', [{ kind: 'cut', words: ['One '] }], { ChatErrors: 1 }],
    ['failing in the middle', [{ kind: 'failed', words: ['One '] }], { ChatErrors: 1 }],
    // The third question finds the circuit open, and the model is not asked.
    ['away for several questions', [away, away, away], { ChatErrors: 3 }],
    ['throttled for several questions', [throttled, throttled, throttled], { ChatThrottles: 3 }],
  ])('a model that is %s is counted', async (_, replies, counted) => {
    const { sums } = await metricsAfter(replies);
    const { ChatErrors, ChatThrottles } = sums;
    expect({ ChatErrors, ChatThrottles }).toEqual({
      ChatErrors: undefined,
      ChatThrottles: undefined,
      ...counted,
    });
  });
});

// Last: it leaves the circuit open.
test('without Bedrock chat says so, at last before the stream begins, and the shop goes on selling', async () => {
  bedrock.usual = { kind: 'refused', status: 503, error: 'ServiceUnavailableException' };
  const answers: Asked[] = [];
  for (let tries = 0; tries < 3; tries++) answers.push(await ask('lamp'));
  for (const { body } of answers) expect(body).not.toMatch(/Bedrock|ServiceUnavailable|127\.0\.0\.1/);
  // The headers were sent before the model was asked: the failure is an event.
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503]);
  expect(answers[0]?.events).toMatchObject([
    { type: 'error', problem: { type: '/problems/assistant-unavailable', status: 503 } },
  ]);
  // Now it is known without a call.
  expect(JSON.parse(answers[2]?.body ?? '')).toMatchObject({ type: '/problems/assistant-unavailable' });
  expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
  expect(bedrock.received.length).toBeLessThan(9);
  expect(opened.shop.chat.state).toBe('degraded');
  expect((await opened.app.inject('/api/products')).statusCode).toBe(200);
});
