import { messagesOf } from '../../../lib/load-test/messages';
import type { LoadTestResult } from '../../../lib/load-test/result';
import { runLoadTest } from '../../../lib/load-test/run';
import { slowly, startFakeShop } from './fake-shop';

const deployment = { name: 'tested', thresholds: { latencyP95Ms: 1500, errorPercent: 5 } };

/** 60 requests in 5 seconds. */
const settings = {
  deployment: 'tested',
  seconds: 5,
  rate: 12,
  warmUpSeconds: 0,
  timeoutSeconds: 10,
  orders: false,
  chat: false,
};

interface Ending {
  readonly result: LoadTestResult;
  readonly messages: string;
  readonly requests: readonly string[];
}

async function runAgainst(
  answers?: Parameters<typeof startFakeShop>[0],
  part: Partial<typeof settings> = {},
  latencyP95Ms = deployment.thresholds.latencyP95Ms,
): Promise<Ending> {
  const shop = await startFakeShop(answers);
  const url = new URL(shop.url);
  const thresholds = { ...deployment.thresholds, latencyP95Ms };
  const result = await runLoadTest({ ...settings, ...part, url }, { ...deployment, thresholds }).finally(() =>
    shop.stop(),
  );
  return { result, messages: messagesOf(result).join('\n'), requests: shop.requests };
}

/** What reads the shop before the run, and is answered as usual. */
const isPreparation = (url = '') =>
  url.startsWith('/api/health') || url.includes('inStock') || url === '/api/categories';
const isProduct = (url = '') => url.startsWith('/api/products/');

let answersOfGone = 0;

// Most of a run is waiting, so they run at the same time.
const endings = {
  // However busy the machine is: no answer may take longer than its time limit.
  steady: runAgainst(undefined, {}, settings.timeoutSeconds * 1000),
  warmedUp: runAgainst(undefined, { warmUpSeconds: 1 }),
  slow: runAgainst((request) => (isProduct(request.url) ? slowly(1700) : false)),
  silent: runAgainst((request) => (isPreparation(request.url) ? false : new Promise(() => undefined)), {
    timeoutSeconds: 2,
  }),
  gone: runAgainst((_, __, goAway) => {
    if (++answersOfGone === 25) goAway();
    return false;
  }),
};
// Each test awaits its own; a failure of another is not unhandled before.
Object.values(endings).forEach((ending) => void ending.catch(() => undefined));

jest.setTimeout(60_000);

test('a run sends its requests at the rate, spread over the second, and counts each', async () => {
  const { result, requests } = await endings.steady;
  expect(result).toMatchObject({ deployment: 'tested', shopVersion: '9.9.9', verdict: 'within' });
  expect(result.rows.at(-1)).toMatchObject({ step: 'all', requests: 60, errors: 0, refused: 0 });
  // Three requests read the shop before the run.
  expect(requests.filter((request) => !request.startsWith('DELETE'))).toHaveLength(63);
});

test('the requests of the warm-up are sent and not counted', async () => {
  const { result, requests } = await endings.warmedUp;
  expect(requests.filter((request) => !request.startsWith('DELETE'))).toHaveLength(75);
  const counted = result.rows.at(-1)?.requests ?? 0;
  expect(counted).toBeGreaterThanOrEqual(48);
  expect(counted).toBeLessThan(72);
});

test('a shop that is slow breaks the threshold', async () => {
  const { result, messages } = await endings.slow;
  expect(messages).toMatch(/^product: p95 is \d+ ms and must be below 1500 ms\.$/m);
  expect(result.verdict).toBe('broken');
});

test('a shop that takes requests and answers none breaks the threshold', async () => {
  const { result, messages } = await endings.silent;
  expect(messages).toMatch(/Errors of product: no answer, \d+ times\./);
  expect(result.verdict).toBe('broken');
});

test('a shop that goes away breaks the threshold and says so', async () => {
  const { result, messages } = await endings.gone;
  expect(messages).toContain('The shop stopped taking connections during the run.');
  expect(result).toMatchObject({ isConnected: false, verdict: 'broken' });
});
