import { randomUUID } from 'node:crypto';
import { clientOf } from '../../../../app-image/server/http/limiting';
import { startServer, type ServerProcess } from '../../../setup/server-process';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { fillCatalogue, lamp, openTestShop, register, type OpenedShop } from '../../../setup/shop';

const json = { 'content-type': 'application/json' };

describe('R4, C12: limits', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
    const opened = await openTestShop(postgresVariables(service));
    await fillCatalogue(opened.shop.database);
    await opened.close();
  }, 60_000);
  afterAll(() => service.remove());

  let limited: OpenedShop | undefined;
  const shop = () => {
    if (!limited) throw new Error('open the shop first');
    return limited;
  };
  const open = async (limits: Record<string, string>) => {
    limited = await openTestShop({ ...postgresVariables(service), TRUSTED_PROXY_HOPS: '2', ...limits });
  };
  afterEach(async () => {
    await limited?.close();
    limited = undefined;
  });

  const office = '1.1.1.1, 2.2.2.2';
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const read = (url: string, address = office) => shop().app.inject({ url, headers: from(address) });
  /** A log-in that is refused for its form: the limiter counts it all the same. */
  const logIn = (address = office) =>
    shop().app.inject({ method: 'POST', url: '/api/sessions', headers: from(address), payload: {} });
  const registration = (address = office) =>
    shop().app.inject({ method: 'POST', url: '/api/accounts', headers: from(address), payload: {} });
  const chat = (address = office) =>
    shop().app.inject({ method: 'POST', url: '/api/chat', headers: from(address), payload: {} });
  const put = (headers: Record<string, string> = {}, address = office) =>
    shop().app.inject({
      method: 'PUT',
      url: `/api/cart/items/${lamp}`,
      headers: { ...from(address), ...headers },
      payload: { quantity: 1 },
    });
  const visitor = (id: string) => ({ cookie: `visitor=${id}` });
  const times = async <T>(count: number, work: (time: number) => PromiseLike<T>) => {
    const answers: T[] = [];
    for (let time = 0; time < count; time++) answers.push(await work(time));
    return answers;
  };
  const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode);

  test('the request after the last allowed one is told when to come back', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '3' });
    expect(statuses(await times(3, () => logIn()))).toEqual([400, 400, 400]);
    const { statusCode, headers } = await logIn();
    expect(statusCode).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(3590);
    expect(headers).toMatchObject({
      'ratelimit-policy': '"sign-in-hour";q=3;w=3600, "sign-in-day";q=200;w=86400',
      'ratelimit-limit': '3',
      'ratelimit-remaining': '0',
    });
  });

  test('the client is the address that the trusted proxies saw, whatever the client writes itself', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '3' });
    await times(3, (time) => logIn(`9.9.9.${time}, ${office}`));
    expect((await logIn(`8.8.8.8, 7.7.7.7, ${office}`)).statusCode).toBe(429);
    expect((await logIn('1.1.1.1, 3.3.3.3, 2.2.2.2')).statusCode).toBe(400);
  });

  test('log-ins and registrations share one count per address; chat has another', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '3' });
    await times(2, () => logIn());
    expect((await registration()).statusCode).toBe(400);
    expect(statuses([await registration(), await logIn()])).toEqual([429, 429]);
    expect(statuses(await times(4, () => chat()))).toEqual([400, 400, 400, 429]);
  });

  test('a cookie of a visitor does not give another count for log-ins, registrations or chat', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '3' });
    for (const url of ['/api/sessions', '/api/chat']) {
      const answers = await times(4, () =>
        shop().app.inject({
          method: 'POST',
          url,
          headers: { ...from(office), ...visitor(randomUUID()) },
          payload: {},
        }),
      );
      expect(answers.at(-1)?.statusCode).toBe(429);
    }
  });

  test('by default sixty customers of one office fill their carts, and can still sign in and chat', async () => {
    await open({});
    const first = await times(60, () => put());
    expect(statuses(first)).toEqual(Array<number>(60).fill(200));
    const again = await times(60, (customer) =>
      put(visitor(first[customer]?.cookies.find(({ name }) => name === 'visitor')?.value ?? '')),
    );
    expect(statuses(again)).toEqual(Array<number>(60).fill(200));
    expect(statuses([await logIn(), await registration(), await chat()])).toEqual([400, 400, 400]);
  }, 30_000);

  test('a visitor over the own limit takes nothing from another at the same address', async () => {
    await open({ RATE_LIMIT_CART_PER_HOUR: '2', RATE_LIMIT_ADDRESS_PER_HOUR: '5' });
    const [one, other] = [visitor(randomUUID()), visitor(randomUUID())];
    expect(statuses(await times(9, () => put(one)))).toEqual([200, 200, ...Array<number>(7).fill(429)]);
    expect(statuses(await times(2, () => put(other)))).toEqual([200, 200]);
  });

  test('a client that drops its cookie with every request has the allowance of one customer', async () => {
    await open({ RATE_LIMIT_CART_PER_HOUR: '2' });
    expect(statuses(await times(3, () => put()))).toEqual([200, 200, 429]);
    expect((await put({}, '1.1.1.1, 3.3.3.3, 2.2.2.2')).statusCode).toBe(200);
  });

  test.each([
    ['cookies', () => visitor(randomUUID())],
    ['cookies that are no id', () => visitor('nonsense')],
    ['access tokens', () => ({ authorization: `Bearer ${randomUUID()}` })],
  ])('a client that makes up its own %s is stopped at the limit of its address', async (_, made) => {
    await open({ RATE_LIMIT_ADDRESS_PER_HOUR: '4', RATE_LIMIT_CART_PER_HOUR: '5' });
    const answers = await times(6, () => put(made()));
    expect(answers.slice(4).map(({ statusCode }) => statusCode)).toEqual([429, 429]);
  });

  test('an account is one customer at whatever address, for its cart and for its orders', async () => {
    await open({ RATE_LIMIT_CART_PER_HOUR: '2', RATE_LIMIT_PER_HOUR: '2' });
    const { authorization } = await register(shop().app);
    const order = (time: number) =>
      shop().app.inject({
        method: 'POST',
        url: '/api/orders',
        headers: { ...from(`1.1.${time}.1, 2.2.2.2, 3.3.3.3`), authorization },
        payload: {},
      });
    const cart = await times(3, (time) => put({ authorization }, `1.1.${time}.1, 2.2.2.2, 3.3.3.3`));
    expect(statuses(cart)).toEqual([200, 200, 429]);
    expect(statuses(await times(3, order))).toEqual([400, 400, 429]);
  });

  test('orders of one office do not use up each other’s allowance, but those of one account do', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '2' });
    const accounts = [await register(shop().app), await register(shop().app)];
    for (const { authorization } of accounts) {
      const answers = await times(3, () =>
        shop().app.inject({
          method: 'POST',
          url: '/api/orders',
          headers: { ...from(office), authorization },
          payload: {},
        }),
      );
      expect(statuses(answers)).toEqual([400, 400, 429]);
    }
  });

  test('staying signed in and signing out are counted alone, and wide enough for an office', async () => {
    await open({ RATE_LIMIT_ADDRESS_PER_HOUR: '60', RATE_LIMIT_PER_HOUR: '1' });
    const refresh = () =>
      shop().app.inject({ method: 'POST', url: '/api/sessions/refresh', headers: from(office) });
    const signOut = () =>
      shop().app.inject({ method: 'DELETE', url: '/api/sessions', headers: from(office) });
    expect(new Set(statuses(await times(59, refresh)))).toEqual(new Set([401]));
    expect((await signOut()).statusCode).toBe(204);
    expect(statuses([await refresh(), await signOut()])).toEqual([429, 429]);
    expect(statuses([await logIn(), await put()])).toEqual([400, 200]);
  });

  test('search costs with Titan: it has a limit of its own, apart from browsing', async () => {
    await open({ RATE_LIMIT_SEARCHES_PER_MINUTE: '2' });
    expect(statuses(await times(3, () => read('/api/search?q=')))).toEqual([400, 400, 429]);
    expect((await read('/api/products')).statusCode).toBe(200);
  });

  test('C28: browsing has a class of its own, and the health check none', async () => {
    await open({ RATE_LIMIT_PER_HOUR: '1', RATE_LIMIT_READS_PER_MINUTE: '5' });
    await times(2, () => logIn());
    expect(new Set(statuses(await times(5, () => read('/api/products'))))).toEqual(new Set([200]));
    expect((await read('/api/products')).statusCode).toBe(429);
    expect(statuses([await read('/api/health'), await read('/api/ready')])).toEqual([200, 200]);
  });

  test('one IPv6 customer is one client, with all addresses of the network', () => {
    expect(clientOf('2001:db8:1:2:aaaa::1')).toBe(clientOf('2001:db8:1:2:bbbb:1:2:3'));
    expect(clientOf('2001:db8:1:2::1')).not.toBe(clientOf('2001:db8:1:3::1'));
    expect(clientOf('::ffff:10.1.2.3')).toBe('10.1.2.3');
  });
});

describe('R4: the defaults on a running server', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startPostgres();
  }, 60_000);
  afterAll(() => service.remove());
  const start = (limits: Record<string, string> = {}) =>
    startServer({
      ...postgresVariables(service),
      JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      LOG_LEVEL: 'error',
      ...limits,
    });
  const post = (server: ServerProcess, path: string) =>
    fetch(server.url + path, { method: 'POST', headers: json, body: '{}' });
  const stop = async (server: ServerProcess) => {
    server.signal('SIGTERM');
    await server.ended;
  };

  test.each([
    ['50 an hour', {}, 50],
    ['200 a day', { RATE_LIMIT_PER_HOUR: '1000' }, 200],
  ])(
    '%s',
    async (_, limits, most) => {
      const server = await start(limits);
      const answers: number[] = [];
      for (let time = 0; time <= most; time++) answers.push((await post(server, '/api/sessions')).status);
      expect(answers).toEqual([...Array<number>(most).fill(400), 429]);
      await stop(server);
    },
    60_000,
  );

  test('each class states its limits to the client', async () => {
    const server = await start();
    const policyOf = async (answer: Promise<Response>) => (await answer).headers.get('ratelimit-policy');
    const strict = (name: string) => `"${name}-hour";q=50;w=3600, "${name}-day";q=200;w=86400`;
    expect(await policyOf(post(server, '/api/sessions'))).toBe(strict('sign-in'));
    expect(await policyOf(post(server, '/api/accounts'))).toBe(strict('sign-in'));
    expect(await policyOf(post(server, '/api/chat'))).toBe(`"chat";q=10;w=60, ${strict('chat')}`);
    expect(await policyOf(post(server, '/api/orders'))).toBe(
      `${strict('orders')}, "customers";q=3000;w=3600`,
    );
    expect(await policyOf(post(server, '/api/sessions/refresh'))).toBe('"sessions";q=3000;w=3600');
    expect(
      await policyOf(fetch(`${server.url}/api/cart/items/1`, { method: 'PUT', headers: json, body: '{}' })),
    ).toBe('"cart";q=300;w=3600, "customers";q=3000;w=3600');
    expect(await policyOf(fetch(`${server.url}/api/search?q=`))).toBe('"searches";q=300;w=60');
    expect(await policyOf(fetch(`${server.url}/api/products?limit=0`))).toBe('"reads";q=1200;w=60');
    expect(await policyOf(fetch(`${server.url}/api/health`))).toBeNull();
    await stop(server);
  }, 60_000);
});
