import { sql } from 'drizzle-orm';
import type { InjectOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
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

/** What no text of the shop may hold. */
const forbidden: Record<string, string> = {
  'U+0000': 'a\0b',
  'U+0000 alone': '\0',
  'an escape sequence': 'a\u001b[31mb',
  'a backspace': 'a\bb',
  DEL: 'a\u007fb',
  'a C1 control': 'a\u0085b',
  'a high surrogate alone': 'a\ud800b',
  'a low surrogate alone': 'a\udc00b',
  'surrogates in the wrong order': 'a\udc00\ud800b',
  'a line separator': 'a\u2028b',
  'an override of the writing direction': 'a\u202eb',
};
/** Odd, but text. */
const odd: Record<string, string> = {
  'an emoji of several code points': '👩‍👩‍👧',
  'a combining accent': 'Ame\u0301lie',
  'right-to-left text': 'عدي \u200f',
  'a byte order mark': '\ufeffAda',
  'a noncharacter': 'a\uffffb',
  'an escape as text': 'a\\u0000b',
  'SQL and a format': "'; drop table accounts; -- %s %00",
  'an object’s key': '__proto__',
  'a long text': 'x'.repeat(5000),
  nothing: '',
};
/** Parts of an address that do not decode to text. */
const rawPaths = [
  '%00',
  'a%00b',
  '%1b',
  '%ED%A0%80',
  '%ff',
  '%c0%80',
  '%',
  '%zz',
  '%e2%80%a8',
  '..%2f',
  '%0d%0a',
];

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly body: readonly string[];
}

const property: z.ZodType<{ properties?: Record<string, unknown> }> = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
});
const described = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).default([]),
        requestBody: z
          .looseObject({
            content: z.looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }) }),
          })
          .optional(),
      }),
    ),
  ),
});

/** `shipTo.street` for a field of a field. */
function leaves(schema: unknown, before = ''): string[] {
  const { properties } = property.parse(schema ?? {});
  if (!properties) return before ? [before] : [];
  return Object.entries(properties).flatMap(([name, inner]) =>
    leaves(inner, before ? `${before}.${name}` : name),
  );
}

/** Values with which every route succeeds; the fields that are not tried have these. */
const valid: Record<string, unknown> = {
  name: 'Ada',
  password: 'correct horse battery',
  quantity: 1,
  'shipTo.name': 'Ada',
  'shipTo.street': 'Main Street 1',
  'shipTo.city': 'Basel',
  'shipTo.postcode': '4001',
  'shipTo.country': 'CH',
  message: 'a lamp',
  conversationId: '0b9d8a34-5a63-4d0c-9f43-6a3f4d5b8f11',
  slug: 'wool-rug',
  productId: String(lamp),
  id: '0b9d8a34-5a63-4d0c-9f43-6a3f4d5b8f11',
  q: 'lamp',
  'idempotency-key': 'key-of-sixteen-characters',
};
const validOf = (name: string) => (name === 'email' ? `${randomUUID()}@example.test` : valid[name]);

function bodyWith(fields: readonly string[], field: string, value: unknown): object {
  const body: Record<string, unknown> = {};
  for (const name of fields) {
    const [outer = '', inner] = name.split('.');
    const content = name === field ? value : validOf(name);
    if (inner === undefined) body[outer] = content;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: content };
  }
  return body;
}

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
    operations = Object.entries(described.parse(opened.app.swagger()).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
        method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).parse(method.toUpperCase()),
        path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
        parameters,
        body: leaves(requestBody?.content['application/json'].schema),
      })),
    );
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
  const address = (path: string, changed = '', value = '') =>
    path.replaceAll(/:(\w+)/g, (_, name: string) => (name === changed ? value : String(validOf(name))));

  const bodiesWith = (values: Record<string, string>) =>
    operations.flatMap(({ method, path, body }) =>
      body.flatMap((field) =>
        Object.values(values).map((value): InjectOptions => ({
          method,
          url: address(path),
          payload: JSON.stringify(bodyWith(body, field, value)),
          headers: { 'content-type': 'application/json' },
        })),
      ),
    );
  const queriesWith = (values: readonly string[]) =>
    operations.flatMap(({ method, path, parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name }) =>
          values.map((value): InjectOptions => ({
            method,
            url: `${address(path)}?${name === 'q' ? '' : 'q=lamp&'}${name}=${value}`,
          })),
        ),
    );
  const pathsWith = (values: readonly string[]) =>
    operations.flatMap(({ method, path, parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'path')
        .flatMap(({ name }) =>
          values.map((value): InjectOptions => ({
            method,
            url: address(path, name, value),
            ...(method === 'PUT' ? { payload: { quantity: 1 } } : {}),
          })),
        ),
    );
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
    expect(await unexpected(bodiesWith(forbidden), (status) => status === 400)).toEqual([]);
  }, 60_000);

  test('a query with one in any field is refused with 400', async () => {
    const requests = queriesWith([...encodable, ...encodable.map((value) => `lamp${value}`)]);
    expect(await unexpected(requests, (status) => status === 400)).toEqual([]);
  }, 60_000);

  test('an address with one is refused with 400 or 404', async () => {
    expect(await unexpected(pathsWith([...encodable, 'wool%00rug']), refused)).toEqual([]);
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
    const odd = ['//', '///x', '/\\', '//[', '//a:b', '/?%', '/?a=%00', '/api//'].map(
      (url): InjectOptions => ({ method: 'GET', url }),
    );
    const wrong: string[] = [];
    for (const asked of [...queriesWith(rawPaths), ...pathsWith(rawPaths), ...everywhere, ...odd]) {
      const status = await statusOf(asked);
      if (status >= 500) wrong.push(`${status} ${String(asked.method)} ${JSON.stringify(asked.url)}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('odd text never breaks a route', async () => {
    const encoded = Object.values(odd).map(encodeURIComponent);
    const requests = [...bodiesWith(odd), ...queriesWith(encoded), ...pathsWith(encoded.filter(Boolean))];
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
    const bodies = operations.flatMap(({ method, path, body }) =>
      body.flatMap((field) =>
        values.map((value): InjectOptions => ({
          method,
          url: address(path),
          payload: bodyWith(body, field, value),
        })),
      ),
    );
    const texts = values.map(String).map(encodeURIComponent);
    const requests = [...bodies, ...queriesWith(texts), ...pathsWith(texts.filter(Boolean))];
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
