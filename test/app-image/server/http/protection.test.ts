import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  register,
  shipTo,
  unlimited,
  type OpenedShop,
} from '../../../setup/shop';

describe('protection of the API', () => {
  let service: Service;
  let opened: OpenedShop;
  const variables = () => ({ ...unlimited, ...postgresVariables(service) });

  beforeAll(async () => {
    service = await startPostgres();
    opened = await openTestShop({
      ...variables(),
      PUBLIC_URL: 'https://shop.example',
      CORS_ORIGINS: 'https://www.shop.example',
      TRUSTED_PROXY_HOPS: '2',
    });
    await fillCatalogue(opened.shop.database);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await service.remove();
  });

  const preflight = (origin: string, method: string) =>
    opened.app.inject({
      method: 'OPTIONS',
      url: '/api/products',
      headers: { origin, 'access-control-request-method': method },
    });

  test('R1, C7: a configured origin may call with credentials, by the methods and headers a shop needs', async () => {
    const { headers } = await preflight('https://www.shop.example', 'POST');
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://www.shop.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
      'access-control-allow-headers': 'Content-Type, Authorization, Idempotency-Key',
    });
  });

  test('R1, C7: any other origin gets no CORS headers', async () => {
    for (const origin of ['https://evil.example', 'https://www.shop.example.evil.example', 'null']) {
      const { headers } = await preflight(origin, 'POST');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('C15: the policy allows only scripts that are files of the shop', async () => {
    const { headers } = await opened.app.inject('/api/products');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  test('C15: what a customer typed is answered as JSON, which a browser does not run', async () => {
    const answer = await opened.app.inject({ url: '/api/search', query: { q: '<script>alert(1)</script>' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch('application/json');
  });

  test('a page of another site cannot use a customer’s cookies to change anything', async () => {
    const put = (origin: string) =>
      opened.app.inject({
        method: 'PUT',
        url: `/api/cart/items/${lamp}`,
        headers: { origin, host: 'shop.example' },
        payload: { quantity: 1 },
      });
    expect((await put('https://evil.example')).statusCode).toBe(403);
    expect((await put('https://shop.example')).statusCode).toBe(200);
    expect((await put('https://www.shop.example')).statusCode).toBe(200);
  });

  test('cookies are HttpOnly, Secure and SameSite=Strict', async () => {
    const cart = await opened.app.inject({
      method: 'PUT',
      url: `/api/cart/items/${lamp}`,
      payload: { quantity: 1 },
    });
    const session = await opened.app.inject({
      method: 'POST',
      url: '/api/accounts',
      payload: { email: 'cookie@example.test', name: 'Ada', password: 'correct horse battery' },
    });
    for (const cookie of [...cart.cookies, ...session.cookies])
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    expect(session.cookies).toContainEqual(
      expect.objectContaining({ name: 'refresh', path: '/api/sessions' }),
    );
  });

  test('C14: SQL in a parameter is text', async () => {
    const injections = [
      "' or '1'='1",
      "'; drop table products; --",
      "a' union select password_hash from accounts --",
    ];
    for (const text of injections) {
      const list = await opened.app.inject({ url: '/api/products', query: { category: text } });
      expect(list.json()).toEqual({ items: [], next: null });
      const search = await opened.app.inject({ url: '/api/search', query: { q: text } });
      expect(search.statusCode).toBe(200);
      expect((await opened.app.inject(`/api/products/${encodeURIComponent(text)}`)).statusCode).toBe(404);
    }
    expect((await opened.app.inject('/api/products')).json<{ items: unknown[] }>().items).toHaveLength(3);
  });

  test.each([
    ['GET', '/api/products?limit=0', undefined],
    ['GET', '/api/products?sort=random', undefined],
    ['GET', '/api/products?minPriceCents=-1', undefined],
    ['GET', '/api/products?cursor=bm9uc2Vuc2U', undefined],
    ['GET', '/api/products?cursor=W251bGxd', undefined],
    ['GET', '/api/search?q=', undefined],
    ['GET', '/api/search?limit=9999&q=x', undefined],
    ['POST', '/api/chat', { message: '' }],
    ['POST', '/api/chat', { message: 'x'.repeat(2001) }],
    ['POST', '/api/chat', { message: 'hello', conversationId: 'mine' }],
    ['POST', '/api/accounts', { email: 'nobody', name: '', password: 'short' }],
    ['POST', '/api/accounts', { email: ['a@b.test'], name: 'x', password: 'correct horse battery' }],
    ['POST', '/api/sessions', {}],
    ['PUT', '/api/cart/items/one', { quantity: 1 }],
    ['PUT', '/api/cart/items/1', { quantity: 100 }],
    ['PUT', '/api/cart/items/1', { quantity: 1.5 }],
    ['POST', '/api/orders', { shipTo: {} }],
    ['GET', '/api/orders?limit=0', undefined],
    ['GET', '/api/orders/1', undefined],
  ] as const)('C13: %s %s with wrong input is refused, field by field', async (method, url, payload) => {
    const answer = await opened.app.inject({ method, url, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    const { errors } = answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/^(body|querystring|params|headers)\.?/),
    );
  });

  test('a body that is no JSON, too large or of an unknown kind is refused as a problem', async () => {
    const post = (payload: string, type = 'application/json') =>
      opened.app.inject({ method: 'POST', url: '/api/sessions', headers: { 'content-type': type }, payload });
    expect((await post('{')).json()).toMatchObject({ status: 400 });
    expect((await post(`"${'x'.repeat(70_000)}"`)).json()).toMatchObject({ status: 413 });
    expect((await post('<a/>', 'text/xml')).json()).toMatchObject({ status: 415 });
  });

  test('an unexpected error shows nothing internal', async () => {
    const broken = await openTestShop(variables(), {
      change: ({ catalogue }) => ({
        catalogue: Object.assign(Object.create(catalogue) as typeof catalogue, {
          categories: () => Promise.reject(new Error('relation "secret_table" at 10.0.0.7 is broken')),
        }),
      }),
    });
    const answer = await broken.app.inject('/api/categories');
    await broken.close();
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json())).toEqual(['type', 'title', 'status', 'detail', 'instance']);
    expect(answer.body).not.toMatch(/secret_table|10\.0\.0\.7|at /);
    expect(answer.json<{ instance: string }>().instance).toBe(answer.headers['x-request-id']);
  });

  test('C11: a browser that came once over HTTPS stays there for a year', async () => {
    const { headers } = await opened.app.inject('/api/products');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  test('a request has 15 s and 64 KiB, and a connection outlives the idle time of a load balancer', () => {
    expect(opened.app.server.requestTimeout).toBe(15_000);
    expect(opened.app.initialConfig.bodyLimit).toBe(64 * 1024);
    // An Application Load Balancer keeps an idle connection for 60 s.
    expect(opened.app.server.keepAliveTimeout).toBeGreaterThan(60_000);
  });

  test('a text that a library adds to a refusal is not passed on', async () => {
    const refusing = await openTestShop(variables(), {
      change: ({ catalogue }) => ({
        catalogue: Object.assign(Object.create(catalogue) as typeof catalogue, {
          categories: () =>
            Promise.reject(Object.assign(new Error('no bucket for ada@example.test'), { statusCode: 404 })),
        }),
      }),
    });
    const answer = await refusing.app.inject('/api/categories');
    await refusing.close();
    expect(answer.json()).toMatchObject({ status: 404, title: 'Not Found' });
    expect(answer.body).not.toContain('ada@example.test');
  });

  test('an unknown address is a problem document under /api', async () => {
    const answer = await opened.app.inject('/api/nothing');
    expect(answer.json()).toMatchObject({ status: 404, title: 'Not Found' });
  });

  test('C2: there is no route for tests or debugging', () => {
    expect(opened.app.printRoutes({ commonPrefix: false })).not.toMatch(/debug|test|internal|admin/i);
  });

  test('an unchanged product is answered with 304', async () => {
    const first = await opened.app.inject('/api/products/wool-rug');
    const again = await opened.app.inject({
      url: '/api/products/wool-rug',
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('C13: a signed-in customer’s order still needs a key', async () => {
    const customer = await register(opened.app);
    const { authorization } = customer;
    const answer = await opened.app.inject({
      method: 'POST',
      url: '/api/orders',
      headers: { authorization },
      payload: { shipTo },
    });
    expect(answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toContain(
      'headers.idempotency-key',
    );
  });
});
