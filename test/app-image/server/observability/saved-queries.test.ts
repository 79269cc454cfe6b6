import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssistantUnavailable } from '../../../../app-image/server/assistant/assistant';
import { createLog } from '../../../../app-image/server/observability/log';
import { queries, queryNames, type Query } from '../../../../lib/alarms/queries';
import { parseQuery, type ParsedQuery } from '../../../lib/alarms/insights';
import { fillCatalogue, openTestShop, unlimited } from '../../../setup/shop';

/* The queries that a deployment saves for its operators read fields of lines that the server writes. */

/** Fields as CloudWatch names them: those of an object inside follow a dot. */
function flat(value: object, before = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.entries(flat(item, `${before}${key}.`))
        : [[`${before}${key}`, item]],
    ),
  );
}

const lines: Record<string, unknown>[] = [];
const ofCloudWatch = ['@timestamp', '@message'];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-queries-'));
  const log = await createLog(
    { LOG_LEVEL: 'info', LOG_FILE: undefined },
    { write: (line) => void lines.push(flat(JSON.parse(line) as object)) },
  );
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const open = (failing: boolean) =>
    openTestShop(
      { ...unlimited, DATA_DIRECTORY: folder, METRICS: 'on' },
      {
        log,
        change: ({ chat }) => ({
          chat: failing
            ? {
                state: 'degraded' as const,
                close: () => chat.close(),
                answer: () => {
                  throw new AssistantUnavailable('unreachable', 5, { cause });
                },
              }
            : chat,
        }),
      },
    );
  const ask = (shop: Awaited<ReturnType<typeof open>>) =>
    shop.app.inject({ method: 'POST', url: '/api/chat', payload: { message: 'A lamp, please' } });
  const working = await open(false);
  await fillCatalogue(working.shop.database);
  await working.app.inject({ url: '/api/products' });
  expect((await ask(working)).statusCode).toBe(200);
  // The local assistant uses no tokens, and zeros are not written.
  working.shop.metrics.count('ChatInputTokens', 120);
  working.shop.metrics.count('ChatOutputTokens', 40);
  working.shop.log.warn({ err: cause }, 'an idle database connection broke');
  await working.close();
  const failing = await open(true);
  expect((await ask(failing)).statusCode).toBe(503);
  await failing.close();
  rmSync(folder, { recursive: true });
}, 90_000);

const bundled = queryNames.filter((name) => {
  const query: Query = queries[name];
  return query.logs.includes('application') && query.image !== 'other';
});

const parsed = (name: (typeof queryNames)[number]) => parsedQuery(queries[name]);

function parsedQuery({ fields, filterStatements, statsStatements, sort }: Query): ParsedQuery {
  const commands = [
    ...(fields ? [`fields ${fields.join(', ')}`] : []),
    ...(filterStatements ?? []).map((filter) => `filter ${filter}`),
    ...(statsStatements ?? []).map((stats) => `stats ${stats}`),
    `sort ${sort}`,
  ];
  return parseQuery(commands.join('\n| '));
}

test.each(bundled)('“%s” reads fields that the server writes', (name) => {
  const written = new Set(lines.flatMap((line) => Object.keys(line)));
  const { fields } = parsed(name);
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter((field) => !ofCloudWatch.includes(field) && !written.has(field))).toEqual([]);
});

test.each(bundled.filter((name) => parsed(name).comparisons.length > 0))(
  '“%s” looks for words that the server writes',
  (name) => {
    for (const { field, texts } of parsed(name).comparisons)
      expect([field, lines.some((line) => texts.some((text) => line[field] === text))]).toEqual([
        field,
        true,
      ]);
  },
);

test('a request has one line with its route, status and time', () => {
  const requests = lines.filter(({ msg }) => msg === 'request');
  expect(requests.map(({ route, status }) => [route, status])).toEqual(
    expect.arrayContaining([
      ['/api/products', 200],
      ['/api/chat', 503],
    ]),
  );
});
