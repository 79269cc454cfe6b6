import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesOf } from '../../../lib/load-test/messages';
import { readRecord, renderRecord } from '../../../lib/load-test/record';
import type { LoadTestResult } from '../../../lib/load-test/result';
import { judge, verdictOf } from '../../../lib/load-test/verdict';
import type { StepMeasurement } from '../../../lib/load-test/measurements';

const thresholds = { latencyP95Ms: 200, errorPercent: 1 };

function resultOf(steps: readonly StepMeasurement[], part: Partial<LoadTestResult> = {}): LoadTestResult {
  const rows = judge(steps, thresholds);
  return {
    kind: 'load-test',
    formatVersion: 1,
    date: '2026-11-25T10:20:30.000Z',
    url: 'https://shop.example.com',
    deployment: 'production',
    revision: '1234567',
    shopVersion: '0.1.0',
    ratePerSecond: 50,
    seconds: 60,
    orders: true,
    chat: true,
    thresholds,
    rows,
    errorCauses: [],
    refusedBy: [],
    isConnected: true,
    verdict: verdictOf(rows, part.isConnected),
    ...part,
  };
}

const step = (name: StepMeasurement['step'], part: Partial<StepMeasurement> = {}): StepMeasurement => ({
  step: name,
  requests: 100,
  errors: 0,
  refused: 0,
  latencies: Array<number>(100).fill(12.3),
  ...part,
});

const within = resultOf([step('list'), step('chat', { latencies: [] })]);

describe('the record', () => {
  test('is a page for people', () => {
    expect(renderRecord({ ...within, note: 'Two cores.' })).toBe(`---
kind: 'load-test'
formatVersion: 1
date: '2026-11-25T10:20:30.000Z'
url: 'https://shop.example.com'
deployment: 'production'
revision: '1234567'
shopVersion: '0.1.0'
ratePerSecond: 50
seconds: 60
orders: true
chat: true
latencyP95Ms: 200
errorPercent: 1
verdict: 'within'
---

# Load test of production, 2026-11-25

Two cores.

\`\`\`sh
npm run load-test -- https://shop.example.com --deployment production --rate 50 --seconds 60 --orders --chat
\`\`\`

| step | requests | errors | 429 | p50 ms | p95 ms | p99 ms | threshold ms | verdict |
| ---- | -------: | -----: | --: | -----: | -----: | -----: | -----------: | ------- |
| list |      100 |      0 |   0 |     12 |     12 |     12 |          200 | within  |
| chat |      100 |      0 |   0 |      – |      – |      – |            – | within  |
| API  |      100 |      0 |   0 |     12 |     12 |     12 |          200 | within  |
| all  |      200 |      0 |   0 |     12 |     12 |     12 |            – | within  |

- Within the thresholds: p95 below 200 ms, at most 1 % errors.
`);
  });

  const results: [name: string, result: LoadTestResult][] = [
    ['within', within],
    ['broken', resultOf([step('list', { errors: 50, latencies: [5] }), step('order', { requests: 2 })])],
    ['refused', resultOf([step('list', { refused: 80 })], { refusedBy: ['application', 'firewall'] })],
    ['without the options', resultOf([step('list')], { orders: false, chat: false })],
  ];

  test('is formatted as the other pages are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'load-test-'));
    try {
      results.forEach(([name, result]) => writeFileSync(join(folder, `${name}.md`), renderRecord(result)));
      const prettier = require.resolve('prettier/bin/prettier.cjs');
      const config = join(__dirname, '../../../.prettierrc.json');
      const checked = spawnSync(
        process.execPath,
        [prettier, '--config', config, '--list-different', folder],
        {
          encoding: 'utf8',
        },
      );
      expect(checked).toMatchObject({ status: 0, stdout: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each(results)('%s is read with what it holds', (_, result) => {
    const read = readRecord(renderRecord(result));
    const { kind, formatVersion, date, url, deployment, revision, shopVersion, ...others } = result;
    expect(read).toMatchObject({ kind, formatVersion, date, url, deployment, revision, shopVersion });
    expect(read).toMatchObject({
      ratePerSecond: others.ratePerSecond,
      orders: others.orders,
      chat: others.chat,
      latencyP95Ms: 200,
      errorPercent: 1,
      verdict: others.verdict,
    });
    expect(
      read?.rows.map(({ step: name, requests, errors, refused, verdict }) => [
        name,
        requests,
        errors,
        refused,
        verdict,
      ]),
    ).toEqual(
      result.rows.map(({ step: name, requests, errors, refused, verdict }) => [
        name,
        requests,
        errors,
        refused,
        verdict,
      ]),
    );
  });

  test('is read with its latencies as they are shown', () => {
    expect(readRecord(renderRecord(within))?.rows).toMatchObject([
      { step: 'list', p50Ms: 12, p95Ms: 12, p99Ms: 12, thresholdMs: 200 },
      { step: 'chat', p50Ms: null, p95Ms: null, thresholdMs: null },
      { step: 'API' },
      { step: 'all' },
    ]);
  });

  const text = renderRecord(within);
  test.each([
    ['another page', '# Load test\n'],
    ['one without its verdict', text.replace(/^verdict.*\n/m, '')],
    ['one with an unknown verdict', text.replace("verdict: 'within'", "verdict: 'fine'")],
    ['one of another form', text.replace('formatVersion: 1', 'formatVersion: 2')],
    ['one without a table', text.replace(/^\|.*\n/gm, '')],
    ['one with a changed row', text.replace('| list |      100', '| list |     many')],
    ['one without front matter', text.replace(/^---\n/, '')],
  ])('%s is not taken for a record', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(readRecord(changed)).toBeUndefined();
  });
});

describe('the messages', () => {
  test('of a step that is too slow give both figures', () => {
    const slow = resultOf([step('search', { latencies: Array<number>(100).fill(250) })]);
    expect(messagesOf(slow)).toEqual([
      'A threshold is broken: p95 below 200 ms, at most 1 % errors.',
      'search: p95 is 250 ms and must be below 200 ms.',
      'API: p95 is 250 ms and must be below 200 ms.',
    ]);
  });

  test('of errors give their share and their causes', () => {
    const failing = resultOf([step('order', { errors: 3 })], {
      errorCauses: [{ cause: 'order: answer 500', count: 3 }],
    });
    expect(messagesOf(failing)).toEqual([
      'A threshold is broken: p95 below 200 ms, at most 1 % errors.',
      'order: 3 of 100 requests are errors, 3.0 %; at most 1 % may be.',
      'API: 3 of 100 requests are errors, 3.0 %; at most 1 % may be.',
      'all: 3 of 100 requests are errors, 3.0 %; at most 1 % may be.',
      'Errors of order: answer 500, 3 times.',
    ]);
  });

  test('of a run that met rate limits say which settings to raise, for the steps that were refused', () => {
    const refused = resultOf([step('list', { refused: 60 }), step('search', { refused: 60 }), step('chat')], {
      refusedBy: ['application'],
    });
    expect(messagesOf(refused)).toEqual([
      'Not measured: rate limits refused more than 10 % of the requests of a step.',
      'list: 60 of 100 requests were refused with 429.',
      'search: 60 of 100 requests were refused with 429.',
      'API: 120 of 200 requests were refused with 429.',
      'all: 120 of 300 requests were refused with 429.',
      'The shop limits requests per address. For the test, raise in container.environment of the deployment file: RATE_LIMIT_READS_PER_MINUTE, RATE_LIMIT_SEARCHES_PER_MINUTE.',
    ]);
  });

  test('name the field of the firewall when it refused, also when the run is within', () => {
    const few = resultOf([step('list', { refused: 2 })], { refusedBy: ['firewall'] });
    expect(messagesOf(few)).toEqual([
      'Within the thresholds: p95 below 200 ms, at most 1 % errors.',
      expect.stringContaining('edge.waf.requestsPer5Minutes'),
    ]);
  });

  test('say what the run left out', () => {
    expect(messagesOf(resultOf([step('list')], { orders: false, chat: false })).slice(1)).toEqual([
      'Without --orders the run signs nobody up and orders nothing.',
      'Without --chat the run asks the assistant nothing.',
    ]);
  });

  test('say that the shop stopped taking connections', () => {
    expect(messagesOf(resultOf([step('list')], { isConnected: false }))[1]).toContain(
      'stopped taking connections',
    );
  });
});
