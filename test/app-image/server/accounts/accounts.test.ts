import { eq } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import { hashPassword, verifyPassword } from '../../../../app-image/server/accounts/passwords';
import { RefreshTokens } from '../../../../app-image/server/accounts/refresh-tokens';
import { accounts, carts, refreshTokens } from '../../../../app-image/server/database/schema';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  openTestShop,
  register,
  rug,
  unlimited,
  type OpenedShop,
} from '../../../setup/shop';

// Slow machines need more than the default of 5 s for a password's hash.
jest.setTimeout(30_000);

describe('accounts', () => {
  let service: Service;
  let opened: OpenedShop;
  const secret = 'a-secret-of-the-tests-that-is-long-enough';
  beforeAll(async () => {
    service = await startPostgres();
    opened = await openTestShop({ ...unlimited, ...postgresVariables(service), JWT_SECRET: secret });
    await fillCatalogue(opened.shop.database);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await service.remove();
  });

  const logIn = (email: string, password: string, cookies: Record<string, string> = {}) =>
    opened.app.inject({ method: 'POST', url: '/api/sessions', cookies, payload: { email, password } });
  const me = (authorization: string) =>
    opened.app.inject({ url: '/api/accounts/me', headers: { authorization } });
  const refresh = (token: string) =>
    opened.app.inject({ method: 'POST', url: '/api/sessions/refresh', cookies: { refresh: token } });
  const cookieOf = (answer: Awaited<ReturnType<typeof logIn>>) =>
    answer.cookies.find(({ name }) => name === 'refresh')?.value ?? '';

  test('a customer registers, is recognised, and signs in again', async () => {
    const customer = await register(opened.app);
    expect((await me(customer.authorization)).json()).toEqual({
      id: customer.accountId,
      email: customer.email,
      name: 'Ada',
    });
    expect((await logIn(customer.email.toUpperCase(), 'correct horse battery')).statusCode).toBe(200);
  });

  test('an address registers once', async () => {
    const { email } = await register(opened.app);
    const answer = await opened.app.inject({
      method: 'POST',
      url: '/api/accounts',
      payload: { email, name: 'Eve', password: 'another long password' },
    });
    expect(answer.json()).toMatchObject({ status: 409, type: '/problems/email-taken' });
  });

  test('a wrong password and an unknown address get the same answer', async () => {
    const { email } = await register(opened.app);
    const wrong = await logIn(email, 'not the password');
    const unknown = await logIn('nobody@example.test', 'not the password');
    expect(wrong.statusCode).toBe(401);
    const withoutId = (problem: object) => ({ ...problem, instance: 'any' });
    expect(withoutId(wrong.json())).toEqual(withoutId(unknown.json()));
  });

  test('a password is kept as a salted scrypt hash only', async () => {
    const { accountId } = await register(opened.app);
    const [row] = await opened.shop.database.orm.select().from(accounts).where(eq(accounts.id, accountId));
    expect(row?.passwordHash).toMatch(/^scrypt\$14\$8\$5\$/);
    const [one, other] = await Promise.all([hashPassword('x'), hashPassword('x')]);
    expect(one).not.toBe(other);
    expect(await verifyPassword('x', one)).toBe(true);
    expect(await verifyPassword('y', one)).toBe(false);
    expect(await verifyPassword('x', undefined)).toBe(false);
  });

  test('C8: a token that is forged, unsigned or signed with another secret is refused', async () => {
    const { accountId } = await register(opened.app);
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const payload = encode({ sub: accountId, iss: 'insightshop', exp: 4_000_000_000 });
    const forged = (algorithm: string, key: string) => {
      const head = `${encode({ alg: algorithm, typ: 'JWT' })}.${payload}`;
      return `Bearer ${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
    };
    expect((await me(forged('HS256', secret))).statusCode).toBe(200);
    expect((await me(forged('HS256', 'another secret'))).statusCode).toBe(401);
    expect((await me(forged('none', secret))).statusCode).toBe(401);
    expect((await me('Bearer nonsense')).statusCode).toBe(401);
    expect((await opened.app.inject('/api/accounts/me')).statusCode).toBe(401);
  });

  const signed = (claims: object, { algorithm = 'HS256', hash = 'sha256' } = {}) => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const head = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(claims)}`;
    return `Bearer ${head}.${createHmac(hash, secret).update(head).digest('base64url')}`;
  };

  test('C8: a token of the right secret is refused for another algorithm, another issuer or a missing claim', async () => {
    const { accountId: sub } = await register(opened.app);
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub, iss: 'insightshop', iat: now, exp: now + 60 };
    const without = (name: keyof typeof claims) =>
      Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
    const statusOf = async (token: string) => (await me(token)).statusCode;
    expect(await statusOf(signed(claims))).toBe(200);
    expect(await statusOf(signed(claims, { algorithm: 'HS384', hash: 'sha384' }))).toBe(401);
    expect(await statusOf(signed(claims, { algorithm: 'HS512', hash: 'sha512' }))).toBe(401);
    expect(await statusOf(signed(claims, { algorithm: 'none' }).replace(/[^.]*$/, ''))).toBe(401);
    expect(await statusOf(signed({ ...claims, iss: 'another shop' }))).toBe(401);
    expect(await statusOf(signed({ ...claims, exp: now - 1 }))).toBe(401);
    for (const claim of ['iss', 'sub', 'exp'] as const)
      expect([claim, await statusOf(signed(without(claim)))]).toEqual([claim, 401]);
  });

  test('an access token ends after fifteen minutes', async () => {
    const answer = await logIn((await register(opened.app)).email, 'correct horse battery');
    expect(answer.json()).toMatchObject({ expiresIn: 900 });
    const [, payload = ''] = answer.json<{ accessToken: string }>().accessToken.split('.');
    const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, number>;
    expect((exp ?? 0) - (iat ?? 0)).toBe(900);
  });

  test('a refresh gives another token, and signing out ends them', async () => {
    const customer = await register(opened.app);
    const refreshed = await refresh(customer.refreshCookie);
    expect(refreshed.statusCode).toBe(200);
    const next = cookieOf(refreshed);
    expect(next).not.toBe(customer.refreshCookie);
    const out = await opened.app.inject({
      method: 'DELETE',
      url: '/api/sessions',
      cookies: { refresh: next },
    });
    expect(out.statusCode).toBe(204);
    expect((await refresh(next)).statusCode).toBe(401);
    expect((await refresh(customer.refreshCookie)).statusCode).toBe(401);
  });

  test('a second exchange of a token revokes all tokens of its log-in', async () => {
    const { database } = opened.shop;
    let now = new Date();
    const tokens = new RefreshTokens(database, () => now);
    const { accountId } = await register(opened.app);
    const stolen = await tokens.issue(accountId);
    const other = await tokens.issue(accountId);
    const rightful = await tokens.exchange(stolen);
    now = new Date(now.getTime() + 11_000);
    expect(await tokens.exchange(stolen)).toBeUndefined();
    expect(await tokens.exchange(rightful?.token ?? '')).toBeUndefined();
    expect((await tokens.exchange(other))?.accountId).toBe(accountId);
  });

  test('two tabs may refresh at the same moment', async () => {
    const { refreshCookie } = await register(opened.app);
    const answers = await Promise.all([refresh(refreshCookie), refresh(refreshCookie)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });

  test('a token expires after thirty days, and the table holds no token', async () => {
    const { database } = opened.shop;
    let now = new Date();
    const tokens = new RefreshTokens(database, () => now);
    const token = await tokens.issue((await register(opened.app)).accountId);
    const rows = await database.orm.select().from(refreshTokens);
    expect(JSON.stringify(rows)).not.toContain(token);
    now = new Date(now.getTime() + 30 * 24 * 3600 * 1000 + 1);
    expect(await tokens.exchange(token)).toBeUndefined();
  });

  test('the visitor’s cart is merged into the account’s at sign-in', async () => {
    const { app } = opened;
    const customer = await register(app);
    const add = (productId: number, quantity: number, cookies = {}) =>
      app.inject({ method: 'PUT', url: `/api/cart/items/${productId}`, cookies, payload: { quantity } });
    const visitor = { visitor: (await add(lamp, 2)).cookies[0]?.value ?? '' };
    await add(rug, 60, visitor);
    await app.inject({
      method: 'PUT',
      url: `/api/cart/items/${rug}`,
      headers: { authorization: customer.authorization },
      payload: { quantity: 60 },
    });

    await logIn(customer.email, 'correct horse battery', visitor);

    const cart = await app.inject({ url: '/api/cart', headers: { authorization: customer.authorization } });
    expect(cart.json()).toMatchObject({
      items: [
        { product: { id: lamp }, quantity: 2 },
        { product: { id: rug }, quantity: 99 },
      ],
    });
    expect((await app.inject({ url: '/api/cart', cookies: visitor })).json()).toMatchObject({ items: [] });
  });

  test('a visitor’s cookie opens no cart of an account', async () => {
    const { app, shop } = opened;
    const customer = await register(app);
    const put = await app.inject({
      method: 'PUT',
      url: `/api/cart/items/${lamp}`,
      headers: { authorization: customer.authorization },
      payload: { quantity: 1 },
    });
    expect(put.statusCode).toBe(200);
    const [cart] = await shop.database.orm
      .select()
      .from(carts)
      .where(eq(carts.accountId, customer.accountId));
    const cookies = { visitor: cart?.id ?? '' };
    expect((await app.inject({ url: '/api/cart', cookies })).json()).toMatchObject({ items: [] });
    const added = await app.inject({
      method: 'PUT',
      url: `/api/cart/items/${rug}`,
      cookies,
      payload: { quantity: 5 },
    });
    expect(added.statusCode).toBe(403);
    const own = await app.inject({ url: '/api/cart', headers: { authorization: customer.authorization } });
    expect(own.json<{ items: unknown[] }>().items).toHaveLength(1);
  });
});
