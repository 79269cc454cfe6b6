import { settingsFrom } from '../../../constructs/alarms/canary-script';
import {
  isFirstOfHour,
  takeSteps,
  type CanarySettings,
  type StepResult,
} from '../../../constructs/alarms/canary-script/run';
import { pages } from '../../../app-image/web/navigation/addresses';
import { postgresVariables, startPostgres, type Service } from '../../setup/services';
import { runBundle, startServer, type ServerProcess } from '../../setup/server-process';
import { startFaultyShop, type Fault } from './faulty-shop';

/* The script of the canary against the real server, with PostgreSQL and the catalogue of the seed job. */

let postgres: Service;
let server: ServerProcess;
let faulty: Awaited<ReturnType<typeof startFaultyShop>>;

beforeAll(async () => {
  postgres = await startPostgres();
  const variables = {
    ...postgresVariables(postgres),
    NODE_ENV: 'test',
    JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    AI_PROVIDER: 'local',
    VECTORS: 'embedded',
    EMBEDDINGS: 'packaged',
    // Twenty runs at once instead of one an hour.
    RATE_LIMIT_CHAT_PER_MINUTE: '1000',
    RATE_LIMIT_PER_HOUR: '1000',
    RATE_LIMIT_PER_DAY: '1000',
  };
  for (const job of ['migrate', 'seed']) {
    const { code, stderr } = await runBundle(variables, [job]).ended;
    if (code !== 0) throw new Error(`${job}: ${stderr}`);
  }
  server = await startServer(variables);
  faulty = await startFaultyShop(server.url);
}, 120_000);

afterAll(async () => {
  await faulty.close();
  server.signal('SIGTERM');
  await server.ended;
  await postgres.remove();
});

async function run(settings: Partial<CanarySettings> = {}) {
  const results: StepResult[] = [];
  const all = { url: faulty.url, application: 'bundled', healthPath: '/', chat: true, ...settings } as const;
  const problem = await takeSteps(all, (result) => void results.push(result), 3000).then(
    () => undefined,
    (reason: unknown) => (reason as Error).message,
  );
  return { problem, results, steps: results.map(({ step }) => step) };
}

describe('the bundled shop', () => {
  test('passes every step', async () => {
    faulty.breakWith(() => undefined);
    const { problem, steps } = await run();
    expect(problem).toBeUndefined();
    expect(steps).toEqual(['page', 'search', 'login page', 'chat']);
  });

  test('is asked without the chat when it is not due', async () => {
    faulty.breakWith(() => undefined);
    const { problem, steps } = await run({ chat: false });
    expect(problem).toBeUndefined();
    expect(steps).not.toContain('chat');
    expect(faulty.paths).not.toContain('/api/chat');
  });

  test('is asked for its own log-in page, and no attempt to log in is made', async () => {
    faulty.breakWith(() => undefined);
    await run();
    expect(faulty.paths).toContain(pages.signIn);
    expect(faulty.paths.filter((path) => path.startsWith('/api/sessions'))).toEqual([]);
  });

  test.each<[fault: string, fault: Fault, problem: RegExp]>([
    [
      'its page is an error',
      (path) => (path === '/' ? { status: 502 } : undefined),
      /^page: \/ answered 502; it must answer 200\.$/,
    ],
    [
      'its page has no script',
      (path, { body }) => (path === '/' ? { body: body.replace(/<script[^]*?<\/script>/g, '') } : undefined),
      /^page: \/ has no script/,
    ],
    [
      'the script of its pages is gone',
      (path) => (path.endsWith('.js') ? { status: 404 } : undefined),
      /^page: \/assets\/\S+\.js answered 404.* login page: \/assets\//,
    ],
    [
      'its script is a page',
      (path) => (path.endsWith('.js') ? { type: 'text/html' } : undefined),
      /^page: \/assets\/\S+\.js has the content type text\/html/,
    ],
    [
      'its script is empty',
      (path) => (path.endsWith('.js') ? { body: '' } : undefined),
      /^page: \S+\.js is empty/,
    ],
    [
      'its style sheet is gone',
      (path) => (path.endsWith('.css') ? { status: 403 } : undefined),
      /^page: \S+\.css answered 403/,
    ],
    [
      'its products fail',
      (path) => (path.startsWith('/api/products') ? { status: 500 } : undefined),
      /^search: \/api\/products\?limit=3 answered 500/,
    ],
    [
      'its search fails',
      (path) => (path.startsWith('/api/search') ? { status: 500 } : undefined),
      /^search: \/api\/search\?\S+ answered 500/,
    ],
    [
      'its search finds nothing',
      (path) => (path.startsWith('/api/search') ? { body: '{"items":[],"mode":"text"}' } : undefined),
      /^search: \/api\/search found nothing for "[^"]+", "[^"]+", "[^"]+"; it must find/,
    ],
    [
      'its search is no JSON',
      (path) => (path.startsWith('/api/search') ? { body: '<html>' } : undefined),
      /^search: \/api\/search\?\S+ did not answer with JSON/,
    ],
    [
      'its search has another form',
      (path) => (path.startsWith('/api/search') ? { body: '{"results":[]}' } : undefined),
      /^search: \/api\/search\?\S+ has no items/,
    ],
    [
      'its log-in page fails',
      (path) => (path === '/sign-in' ? { status: 404 } : undefined),
      /^login page: \/sign-in answered 404/,
    ],
    [
      'its chat is down',
      (path) => (path === '/api/chat' ? { status: 503 } : undefined),
      /^chat: \/api\/chat answered 503/,
    ],
    [
      'its chat breaks off',
      (path, { body }) => (path === '/api/chat' ? { body: body.replace(/event: done[^]*/, '') } : undefined),
      /^chat: \/api\/chat ended with text; it must answer with text and end with done\.$/,
    ],
    [
      'its chat says nothing',
      (path, { body }) =>
        path === '/api/chat' ? { body: body.replace(/^event: text$/gm, 'event: other') } : undefined,
      /^chat: \/api\/chat ended with done/,
    ],
    [
      'its search does not answer',
      (path) => (path.startsWith('/api/search') ? 'never' : undefined),
      /^search: \/api\/search\?\S+ did not answer within 3 s/,
    ],
  ])(
    'fails with the name of the step when %s',
    async (_, fault, problem) => {
      faulty.breakWith(fault);
      expect((await run()).problem).toMatch(problem);
    },
    15_000,
  );

  test('takes the steps after a failed one, and names every step that failed', async () => {
    faulty.breakWith((path) => (path.startsWith('/api/') ? { status: 500 } : undefined));
    const { problem, results } = await run();
    expect(results.map(({ step, problem: found }) => [step, found === undefined])).toEqual([
      ['page', true],
      ['search', false],
      ['login page', true],
      ['chat', false],
    ]);
    expect(problem).toMatch(/search: .* chat: /);
  });

  describe('passes with', () => {
    const serve = (names: readonly string[], found: (query: string) => boolean) =>
      faulty.breakWith((path) => {
        const query = new URL(path, faulty.url).searchParams.get('q') ?? '';
        const items = names.map((name) => ({ name }));
        if (path.startsWith('/api/products')) return { body: JSON.stringify({ items }) };
        if (path.startsWith('/api/search'))
          return { status: 200, body: JSON.stringify({ items: found(query) ? items : [] }) };
        return undefined;
      });

    test('another catalogue, which it asks for its own products', async () => {
      serve(['Gartenzwerg & Söhne, 100 %'], (query) => query === 'Gartenzwerg & Söhne, 100 %');
      expect((await run()).problem).toBeUndefined();
    });

    test('a name that is longer than a search may be', async () => {
      serve(['ä'.repeat(500)], (query) => query === 'ä'.repeat(200));
      expect((await run()).problem).toBeUndefined();
    });

    test('a name for which a search by meaning finds nothing, when it finds another product', async () => {
      serve(['XJ-9', 'Chair'], (query) => query === 'Chair');
      expect((await run()).problem).toBeUndefined();
    });

    test('a catalogue without a product', async () => {
      serve([], () => false);
      expect((await run()).problem).toBeUndefined();
    });
  });

  test('that is not there fails in every step', async () => {
    const { problem, results } = await run({ url: 'http://127.0.0.1:9' });
    expect(problem).toMatch(/page: \/ did not answer/);
    expect(results.every((result) => result.problem !== undefined)).toBe(true);
  });
});

describe('another image', () => {
  const other = { application: 'other', healthPath: '/healthy' } as const;

  test('is asked for its page and its health only', async () => {
    faulty.breakWith(() => ({ status: 200, type: 'text/plain', body: '' }));
    const { problem, steps } = await run(other);
    expect(problem).toBeUndefined();
    expect(steps).toEqual(['page', 'health']);
    expect(faulty.paths).toEqual(['/', '/healthy']);
  });

  test('may have no page at its root', async () => {
    faulty.breakWith((path) => (path === '/' ? { status: 404 } : { status: 200 }));
    expect((await run(other)).problem).toBeUndefined();
  });

  test.each<[string, Fault, RegExp]>([
    [
      'its page is an error',
      (path) => (path === '/' ? { status: 502 } : { status: 200 }),
      /^page: \/ answered 502/,
    ],
    [
      'it is not healthy',
      (path) => (path === '/' ? undefined : { status: 503 }),
      /^health: \/healthy answered 503/,
    ],
  ])('fails when %s', async (_, fault, problem) => {
    faulty.breakWith(fault);
    expect((await run(other)).problem).toMatch(problem);
  });
});

describe('the chat', () => {
  const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);

  test.each([
    [5, '10:00:30', true],
    [5, '10:04:59', true],
    [5, '10:05:00', false],
    [5, '10:59:59', false],
    [1, '10:00:59', true],
    [1, '10:01:00', false],
    [7, '10:06:00', true],
    [60, '10:34:00', true],
  ])('with a run every %d min, the run at %s asks it: %s', (minutes, time, asks) => {
    expect(isFirstOfHour(at(time), minutes)).toBe(asks);
  });

  test.each([1, 5, 7, 10, 15, 30, 45, 60])('with a run every %d min it is asked once an hour', (minutes) => {
    const began = at('00:02:17');
    const runs = Array.from(
      { length: Math.floor((24 * 60) / minutes) },
      (_, index) => began + index * minutes * 60_000,
    );
    const asked = runs
      .filter((time) => isFirstOfHour(time, minutes))
      .map((time) => Math.floor(time / 3_600_000));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThanOrEqual(minutes === 45 ? 22 : 23);
  });

  test('is not asked when it is off', () => {
    const environment = { URL_OF_SHOP: 'https://shop.example.com', INTERVAL_MINUTES: '5', CHAT: 'no' };
    expect(settingsFrom(environment, at('10:00:00')).chat).toBe(false);
    expect(settingsFrom({ ...environment, CHAT: 'yes' }, at('10:00:00')).chat).toBe(true);
  });
});
