import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import {
  describeWithRedis,
  postgresVariables,
  startPostgres,
  startRedis,
  type Service,
} from '../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  order,
  putInCart,
  register,
  type Customer,
  type OpenedShop,
} from '../../setup/shop';

/** Repeats until the condition holds; the time limit of the test ends it otherwise. */
async function until(asked: () => Promise<boolean>): Promise<void> {
  while (!(await asked())) await sleep(100);
}

describeWithRedis('degraded, not down', () => {
  let postgres: Service;
  let redis: Service;
  let opened: OpenedShop;
  let customer: Customer;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    opened = await openTestShop({
      ...postgresVariables(postgres),
      CACHE_URL: `redis://127.0.0.1:${redis.port}`,
      RATE_LIMIT_PER_HOUR: '1000',
      RATE_LIMIT_PER_DAY: '1000',
      RATE_LIMIT_CHAT_PER_MINUTE: '10',
    });
    await fillCatalogue(opened.shop.database);
    customer = await register(opened.app);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await postgres.remove();
    await redis.remove();
  });

  const get = (url: string) => opened.app.inject(url);
  const stateOf = async (name: string) => {
    const body = (await get('/api/ready')).json<{
      ready: boolean;
      dependencies: { name: string; state: string }[];
    }>();
    return {
      ready: body.ready,
      state: body.dependencies.find((dependency) => dependency.name === name)?.state,
    };
  };

  test('with every dependency up, readiness reports it, with latencies', async () => {
    const answer = await get('/api/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      ready: true,
      dependencies: [
        { name: 'database', state: 'up', latencyMs: expect.any(Number) },
        { name: 'cache', state: 'up', latencyMs: expect.any(Number) },
        { name: 'vectors', state: 'off' },
        { name: 'assistant', state: 'off' },
      ],
    });
  });

  test('without Redis the shop sells with limits per process, and uses Redis again when it is back', async () => {
    await redis.kill();

    expect((await get('/api/products')).statusCode).toBe(200);
    await putInCart(opened.app, customer, lamp, 1);
    expect((await order(opened.app, customer, randomUUID())).statusCode).toBe(201);
    await until(async () => (await stateOf('cache')).state === 'degraded');
    expect((await stateOf('cache')).ready).toBe(true);
    const chats = [];
    for (let time = 0; time < 11; time++)
      chats.push(
        await opened.app.inject({ method: 'POST', url: '/api/chat', payload: { message: 'a lamp?' } }),
      );
    expect(chats.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(10).fill(200), 429]);

    await redis.start();
    await until(async () => (await stateOf('cache')).state === 'up');
  }, 30_000);

  test('without PostgreSQL reads come from the cache, writes answer 503 with Retry-After, and the shop recovers by itself', async () => {
    await get('/api/products?sort=name');
    await get('/api/products/wool-rug');
    await putInCart(opened.app, customer, lamp, 1);
    const key = randomUUID();
    await postgres.kill();

    expect((await get('/api/products?sort=name')).statusCode).toBe(200);
    expect((await get('/api/products/wool-rug')).json()).toMatchObject({ name: 'Wool rug' });
    const refused = await order(opened.app, customer, key);
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['content-type']).toMatch('application/problem+json');
    expect(refused.body).not.toMatch(/ECONN|127\.0\.0\.1|select|insert/i);
    expect((await get('/api/products?sort=price-asc')).statusCode).toBe(503);
    expect((await get('/api/health')).statusCode).toBe(200);
    await until(async () => (await get('/api/ready')).statusCode === 503);

    await postgres.start();
    await until(async () => (await get('/api/ready')).statusCode === 200);
    await until(async () => (await order(opened.app, customer, key)).statusCode === 201);
  }, 60_000);
});
