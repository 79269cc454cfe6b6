import { sql } from 'drizzle-orm';
import type { InjectOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  putInCart,
  register,
  unlimited,
  type Customer,
  type OpenedShop,
} from '../../../setup/shop';
import {
  bodiesWith,
  bodyWith,
  operationsOf,
  pathsWith,
  queriesWith,
  valid,
  type Operation,
} from './api-operations';
import { forbidden, odd, rawPaths } from './unusual-texts';

const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url');

describe('characters that are no text', () => {
  const pages = mkdtempSync(join(tmpdir(), 'shop-pages-'));
  let service: Service;
  let opened: OpenedShop;
  let customer: Customer;
  let operations: Operation[];
  beforeAll(async () => {
    mkdirSync(join(pages, 'assets'));
    writeFileSync(join(pages, 'index.html'), '<!doctype html><title>InsightShop</title>');
    service = await startPostgres();
    opened = await openTestShop(
      { ...unlimited, ...postgresVariables(service), TRUSTED_PROXY_HOPS: '1' },
      { pages },
    );
    await fillCatalogue(opened.shop.database, 5);
    customer = await register(opened.app);
    operations = operationsOf(opened.app);
  }, 60_000);
  afterAll(async () => {
    try {
      await opened.close();
    } finally {
      await service.remove();
    }
    rmSync(pages, { recursive: true, force: true });
  });

  const ask = (asked: InjectOptions) =>
    opened.app.inject({
      ...asked,
      headers: { authorization: customer.authorization, 'idempotency-key': randomUUID(), ...asked.headers },
    });
  /** The statuses of all that were answered otherwise than expected, with what was sent. */
  async function unexpected(requests: readonly InjectOptions[], expected: (status: number) => boolean) {
    const wrong: string[] = [];
    for (const asked of requests) {
      const { statusCode } = await ask(asked);
      if (!expected(statusCode)) wrong.push(`${statusCode} ${JSON.stringify(asked)}`);
    }
    return wrong;
  }
  const refused = (status: number) => status === 400 || status === 404;
  const answered = (status: number) => status < 500;
  const encodable = Object.values(forbidden)
    .filter((value) => !/\p{Cs}/u.test(value))
    .map(encodeURIComponent);

  test('the routes are all there, with every field', () => {
    const fields = operations.flatMap(({ body }) => body);
    expect(operations.length).toBeGreaterThanOrEqual(18);
    expect(fields).toEqual(expect.arrayContaining(['email', 'name', 'password', 'message', 'shipTo.street']));
    expect(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name))).toEqual(
      expect.arrayContaining(['slug', 'category', 'cursor', 'q', 'id', 'productId', 'idempotency-key']),
    );
  });

  test('a body with one in any field is refused with 400', async () => {
    expect(
      await unexpected(bodiesWith(operations, Object.values(forbidden)), (status) => status === 400),
    ).toEqual([]);
  }, 60_000);

  test('a query with one in any field is refused with 400', async () => {
    const requests = queriesWith(operations, [...encodable, ...encodable.map((value) => `lamp${value}`)]);
    expect(await unexpected(requests, (status) => status === 400)).toEqual([]);
  }, 60_000);

  test('an address with one is refused with 400 or 404', async () => {
    expect(await unexpected(pathsWith(operations, [...encodable, 'wool%00rug']), refused)).toEqual([]);
  }, 60_000);

  test('what does not decode to text never breaks a route', async () => {
    const server = await opened.app.listen({ port: 0, host: '127.0.0.1' });
    // Over the network: the addresses must arrive as they are.
    const statusOf = ({ method, url, payload }: InjectOptions) =>
      new Promise<number>((answer, fail) => {
        const sent = request(server, {
          method,
          path: typeof url === 'string' ? url : undefined,
          headers: { authorization: customer.authorization, 'content-type': 'application/json' },
        });
        sent.on('error', fail).on('response', (response) => {
          response.resume();
          answer(response.statusCode ?? 0);
        });
        sent.end(payload === undefined ? undefined : JSON.stringify(payload));
      });
    const starts = ['/', '/assets/', '/products/', '/api/', '/api/docs/', '/api/docs/static/'];
    const everywhere = starts.flatMap((start) =>
      rawPaths.map((raw): InjectOptions => ({ method: 'GET', url: start + raw })),
    );
    const slashes = ['//', '///x', '/\\', '//[', '//a:b', '/?%', '/?a=%00', '/api//'].map(
      (url): InjectOptions => ({ method: 'GET', url }),
    );
    const wrong: string[] = [];
    for (const asked of [
      ...queriesWith(operations, rawPaths),
      ...pathsWith(operations, rawPaths),
      ...everywhere,
      ...slashes,
    ]) {
      const status = await statusOf(asked);
      if (status >= 500) wrong.push(`${status} ${String(asked.method)} ${JSON.stringify(asked.url)}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('odd text never breaks a route', async () => {
    const encoded = Object.values(odd).map(encodeURIComponent);
    const requests = [
      ...bodiesWith(operations, Object.values(odd)),
      ...queriesWith(operations, encoded),
      ...pathsWith(operations, encoded.filter(Boolean)),
    ];
    expect(await unexpected(requests, answered)).toEqual([]);
  }, 60_000);

  test('values of another type or size never break a route', async () => {
    const values = [
      null,
      0,
      -1,
      1.5,
      1e21,
      true,
      [],
      ['a\0b'],
      {},
      { a: '\0' },
      '9'.repeat(400),
      '-0',
      'NaN',
      '1e99',
    ];
    const bodies = bodiesWith(operations, values);
    const texts = values.map(String).map(encodeURIComponent);
    const requests = [
      ...bodies,
      ...queriesWith(operations, texts),
      ...pathsWith(operations, texts.filter(Boolean)),
    ];
    expect(await unexpected(requests, answered)).toEqual([]);
  }, 60_000);

  test('a cursor with one, or with a value that PostgreSQL cannot hold, is refused with 400', async () => {
    const uuid = String(valid.id);
    const places: Record<string, string[]> = {
      '/api/products?sort=name&cursor=': [
        ...Object.values(forbidden).map((value) => cursor('name', value, 1)),
        cursor('name', 'a', 2 ** 40),
        Buffer.from('["name","a\0b",1]').toString('base64url'),
        Buffer.from([0xff, 0xfe, 0x00]).toString('base64url'),
      ],
      '/api/products?sort=price-asc&cursor=': [
        cursor('price-asc', 2 ** 40, 1),
        cursor('price-asc', -(2 ** 40), 1),
      ],
      '/api/products?sort=newest&cursor=': [
        cursor('newest', '0000-01-01T00:00:00Z', 1),
        cursor('newest', '2026-01-01T00:00:00Z\0', 1),
      ],
      '/api/orders?cursor=': [
        cursor('0000-01-01T00:00:00Z', uuid),
        cursor('2026-01-01T00:00:00Z', `${uuid}\0`),
      ],
    };
    const requests = Object.entries(places).flatMap(([url, cursors]) =>
      cursors.map((place): InjectOptions => ({ method: 'GET', url: url + place })),
    );
    expect(await unexpected(requests, (status) => status === 400)).toEqual([]);
  });

  test('a header or a cookie with one never breaks a route', async () => {
    const names = [
      'authorization',
      'idempotency-key',
      'cookie',
      'x-forwarded-for',
      'origin',
      'accept',
      'accept-encoding',
      'content-type',
      'content-encoding',
      'if-none-match',
      'range',
      'user-agent',
    ];
    const values = [...Object.values(forbidden), ...Object.values(odd), 'gzip', 'Bearer a\0b', 'bytes=9-1'];
    const cookies = rawPaths.flatMap((raw) => [`visitor=${raw}`, `refresh=${raw}`]);
    const targets: InjectOptions[] = [
      { method: 'GET', url: '/' },
      { method: 'GET', url: '/api/cart' },
      { method: 'GET', url: '/api/products' },
      { method: 'POST', url: '/api/sessions/refresh' },
      { method: 'DELETE', url: '/api/sessions' },
      { method: 'PUT', url: `/api/cart/items/${lamp}`, payload: { quantity: 1 } },
      {
        method: 'POST',
        url: '/api/orders',
        payload: bodyWith(
          Object.keys(valid).filter((name) => name.startsWith('shipTo')),
          '',
          '',
        ),
      },
    ];
    const requests = targets.flatMap((target) => [
      ...names.flatMap((name) => values.map((value) => ({ ...target, headers: { [name]: value } }))),
      ...cookies.map((cookie) => ({ ...target, headers: { cookie } })),
    ]);
    expect(await unexpected(requests, answered)).toEqual([]);
  }, 120_000);

  test('a signed token that names no account’s id is refused', async () => {
    for (const sub of ['a\0b', 'nobody', '']) {
      const token = opened.app.jwt.sign({ sub });
      const answer = await opened.app.inject({
        url: '/api/accounts/me',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.statusCode).toBe(401);
    }
  });

  test('line breaks are part of a chat message, and of nothing else', async () => {
    const message = 'a lamp\r\n\tfor reading';
    expect((await ask({ method: 'POST', url: '/api/chat', payload: { message } })).statusCode).toBe(200);
    expect((await ask({ url: '/api/search', query: { q: 'a\nb' } })).statusCode).toBe(400);
  });

  test('an address that was stored before such a rule is still shown', async () => {
    await putInCart(opened.app, customer, lamp, 1);
    const placed = await ask({
      method: 'POST',
      url: '/api/orders',
      payload: {
        shipTo: { name: 'Ada', street: 'Main Street 1', city: 'Basel', postcode: '4001', country: 'CH' },
      },
    });
    const { id } = placed.json<{ id: string }>();
    const stored = JSON.stringify({
      name: 'Ada\tL.',
      street: '',
      city: 'Basel',
      postcode: '4001',
      country: 'CH',
    });
    await opened.shop.database.orm.execute(
      sql`update orders set ship_to = ${stored}::jsonb where id = ${id}`,
    );
    expect((await ask({ url: `/api/orders/${id}` })).json()).toMatchObject({ shipTo: { name: 'Ada\tL.' } });
  });

  test('a refused character is reported with its field, in words', async () => {
    const answer = await ask({ url: '/api/products', query: { category: 'a\0b' } });
    expect(answer.json()).toMatchObject({
      type: '/problems/validation',
      errors: [{ path: 'querystring.category', message: 'contains a character that is not allowed' }],
    });
  });
});
