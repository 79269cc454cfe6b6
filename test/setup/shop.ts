import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import pino, { type Logger } from 'pino';
import { plainVariables } from '../../app-image/contract/environment';
import { readEnvironment } from '../../app-image/server/configuration/read-environment';
import type { Shop } from '../../app-image/server/context';
import type { Database } from '../../app-image/server/database/database';
import { categories, products } from '../../app-image/server/database/schema';
import { buildApp, type AppOptions } from '../../app-image/server/http/app';
import { openShop } from '../../app-image/server/open-shop';

export interface OpenedShop {
  readonly shop: Shop;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

export const silent = pino({ level: 'silent' });

/** The shop as the server opens it, without a port; requests are injected. */
export async function openTestShop(
  variables: Record<string, string>,
  options: AppOptions & {
    readonly change?: (shop: Shop) => Partial<Shop>;
    /** @default none */
    readonly log?: Logger;
  } = {},
): Promise<OpenedShop> {
  const opened = await openShop(
    readEnvironment({
      METRICS: 'off',
      NODE_ENV: 'test',
      JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      ...variables,
    }),
    options.log ?? silent,
  );
  const shop = { ...opened, ...options.change?.(opened) };
  const app = await buildApp(shop, options);
  return {
    shop,
    app,
    close: async () => {
      await app.close();
      await opened.close();
    },
  };
}

export const lamp = 1;
export const rug = 2;
export const lastChair = 3;

/** A small catalogue, filled in without the seed job: the ids above, and as many as asked besides. */
export async function fillCatalogue(database: Database, more = 0): Promise<void> {
  await database.migrate();
  await database.orm.insert(categories).values([
    { slug: 'light', name: 'Light', position: 1 },
    { slug: 'floor', name: 'Floor', position: 2 },
    { slug: 'sit', name: 'Sit', position: 3 },
  ]);
  await database.orm
    .insert(products)
    .values([
      product(lamp, 'Brass reading lamp', 'light', 12_900, 500),
      product(rug, 'Wool rug', 'floor', 24_900, 500),
      product(lastChair, 'Oak chair', 'sit', 8900, 1),
      ...Array.from({ length: more }, (_, index) =>
        product(
          100 + index,
          `Thing ${String(index).padStart(4, '0')}`,
          'sit',
          1000 + (index % 7) * 100,
          index % 3,
        ),
      ),
    ]);
}

function product(id: number, name: string, category: string, priceCents: number, stock: number) {
  return {
    id,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    category,
    description: `${name}, made to last.`,
    priceCents,
    stock,
    pictureName: 'picture',
    pictureAlt: name,
    // Some share a moment, as rows of one insert do.
    createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(id / 4) * 60_000),
  };
}

export interface Customer {
  readonly authorization: string;
  readonly accountId: string;
  readonly email: string;
  readonly refreshCookie: string;
}

export async function register(
  app: FastifyInstance,
  cookies: Record<string, string> = {},
): Promise<Customer> {
  const email = `${randomUUID()}@example.test`;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/accounts',
    cookies,
    payload: { email, name: 'Ada', password: 'correct horse battery' },
  });
  if (answer.statusCode !== 201)
    throw new Error(`registration answered ${answer.statusCode}: ${answer.body}`);
  const session = answer.json<{ accessToken: string; account: { id: string } }>();
  return {
    authorization: `Bearer ${session.accessToken}`,
    accountId: session.account.id,
    email,
    refreshCookie: answer.cookies.find(({ name }) => name === 'refresh')?.value ?? '',
  };
}

export const shipTo = {
  name: 'Ada',
  street: 'Main Street 1',
  city: 'Basel',
  postcode: '4001',
  country: 'CH',
};

export function putInCart(
  app: FastifyInstance,
  { authorization }: Customer,
  productId: number,
  quantity: number,
) {
  return app.inject({
    method: 'PUT',
    url: `/api/cart/items/${productId}`,
    headers: { authorization },
    payload: { quantity },
  });
}

export function order(
  app: FastifyInstance,
  { authorization }: Customer,
  key: string,
  payload: object = { shipTo },
) {
  return app.inject({
    method: 'POST',
    url: '/api/orders',
    headers: { authorization, 'idempotency-key': key },
    payload,
  });
}

/** Limits that no test reaches by accident. */
export const unlimited = Object.fromEntries(
  Object.keys(plainVariables)
    .filter((name) => name.startsWith('RATE_LIMIT_'))
    .map((name) => [name, name === 'RATE_LIMIT_CHAT_PER_MINUTE' ? '10000' : '1000000']),
);
