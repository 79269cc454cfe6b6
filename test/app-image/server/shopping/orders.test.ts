import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderLines, orders, products } from '../../../../app-image/server/database/schema';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import {
  fillCatalogue,
  lamp,
  lastChair,
  openTestShop,
  order,
  putInCart,
  register,
  rug,
  unlimited,
  type OpenedShop,
} from '../../../setup/shop';

const kinds = ['embedded', 'postgres'] as const;

describe.each(kinds)('orders on %s', (kind) => {
  let service: Service | undefined;
  let opened: OpenedShop;
  const directory = mkdtempSync(join(tmpdir(), 'shop-data-'));

  beforeAll(async () => {
    service = kind === 'postgres' ? await startPostgres() : undefined;
    opened = await openTestShop({
      ...unlimited,
      DATA_DIRECTORY: directory,
      ...(service ? postgresVariables(service) : {}),
    });
    await fillCatalogue(opened.shop.database);
  }, 60_000);

  afterAll(async () => {
    await opened.close();
    await service?.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  const stockOf = async (id: number) => {
    const [row] = await opened.shop.database.orm.select().from(products).where(eq(products.id, id));
    return row?.stock;
  };

  test('an order takes the cart, its stock and the prices of now', async () => {
    const { app, shop } = opened;
    const customer = await register(app);
    await putInCart(app, customer, lamp, 2);
    await putInCart(app, customer, rug, 1);
    const before = await stockOf(lamp);

    const answer = await order(app, customer, randomUUID());

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      status: 'placed',
      totalCents: 2 * 12_900 + 24_900,
      items: [
        { productId: lamp, quantity: 2, priceCents: 12_900 },
        { productId: rug, quantity: 1, priceCents: 24_900 },
      ],
    });
    expect(await stockOf(lamp)).toBe((before ?? 0) - 2);
    const cart = await app.inject({ url: '/api/cart', headers: { authorization: customer.authorization } });
    expect(cart.json()).toEqual({ items: [], totalCents: 0 });

    await shop.database.orm.update(products).set({ priceCents: 1 }).where(eq(products.id, rug));
    const { id } = answer.json<{ id: string }>();
    const later = await app.inject({
      url: `/api/orders/${id}`,
      headers: { authorization: customer.authorization },
    });
    await shop.database.orm.update(products).set({ priceCents: 24_900 }).where(eq(products.id, rug));
    expect(later.json()).toEqual(answer.json());
  });

  test('the same key is the same order, also while the first request is still running', async () => {
    const { app, shop } = opened;
    const customer = await register(app);
    await putInCart(app, customer, lamp, 1);
    const key = randomUUID();

    const answers = await Promise.all(Array.from({ length: 6 }, () => order(app, customer, key)));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const placed = await shop.database.orm
      .select()
      .from(orders)
      .where(eq(orders.accountId, customer.accountId));
    expect(placed).toHaveLength(1);
  });

  test('the same key with another request is refused and changes nothing', async () => {
    const { app } = opened;
    const customer = await register(app);
    await putInCart(app, customer, lamp, 1);
    const key = randomUUID();
    await order(app, customer, key);
    await putInCart(app, customer, lamp, 1);
    const before = await stockOf(lamp);

    const elsewhere = { name: 'Ada', street: 'Side Street 2', city: 'Bern', postcode: '3000', country: 'CH' };
    const answer = await order(app, customer, key, { shipTo: elsewhere });

    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ type: '/problems/key-reused' });
    expect(await stockOf(lamp)).toBe(before);
  });

  test('two customers cannot both buy the last one, and the loser keeps the cart', async () => {
    const { app } = opened;
    const customers = await Promise.all([register(app), register(app), register(app)]);
    await Promise.all(customers.map((customer) => putInCart(app, customer, lastChair, 1)));

    const answers = await Promise.all(customers.map((customer) => order(app, customer, randomUUID())));

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await stockOf(lastChair)).toBe(0);
    const loser = customers[answers.findIndex(({ statusCode }) => statusCode === 409)];
    const cart = await app.inject({ url: '/api/cart', headers: { authorization: loser?.authorization } });
    expect(cart.json<{ items: unknown[] }>().items).toHaveLength(1);
  });

  test('orders of the same products in another sequence do not deadlock', async () => {
    const { app } = opened;
    const customers = await Promise.all(Array.from({ length: 6 }, () => register(app)));
    for (const [index, customer] of customers.entries()) {
      const sequence = index % 2 ? [lamp, rug] : [rug, lamp];
      for (const id of sequence) await putInCart(app, customer, id, 1);
    }

    const answers = await Promise.all(customers.map((customer) => order(app, customer, randomUUID())));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(201));
  });

  test('the database itself refuses stock below zero', async () => {
    const { database } = opened.shop;
    const below = database.orm.update(products).set({ stock: -1 }).where(eq(products.id, lamp));
    await expect(below).rejects.toThrow();
  });

  test('an empty cart is no order, and its key stays free', async () => {
    const { app } = opened;
    const customer = await register(app);
    const key = randomUUID();
    expect((await order(app, customer, key)).json()).toMatchObject({
      status: 409,
      type: '/problems/empty-cart',
    });
    await putInCart(app, customer, rug, 1);
    expect((await order(app, customer, key)).statusCode).toBe(201);
  });

  test('history comes newest first in pages, and nobody sees the orders of another', async () => {
    const { app } = opened;
    const [customer, stranger] = await Promise.all([register(app), register(app)]);
    const placed: string[] = [];
    for (let index = 0; index < 5; index++) {
      await putInCart(app, customer, rug, 1);
      placed.unshift((await order(app, customer, randomUUID())).json<{ id: string }>().id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '2', ...(cursor && { cursor }) };
      const page = await app.inject({
        url: '/api/orders',
        query,
        headers: { authorization: customer.authorization },
      });
      const body: { items: { id: string }[]; next: string | null } = page.json();
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    }
    expect(seen).toEqual(placed);
    const foreign = await app.inject({
      url: `/api/orders/${placed[0] ?? ''}`,
      headers: { authorization: stranger.authorization },
    });
    expect(foreign.statusCode).toBe(404);
  });

  test('stock and orders agree in the end', async () => {
    const { orm } = opened.shop.database;
    const sold = await orm
      .select({ id: orderLines.productId, sold: sql<number>`sum(${orderLines.quantity})::int` })
      .from(orderLines)
      .where(eq(orderLines.productId, lamp))
      .groupBy(orderLines.productId);
    expect(await stockOf(lamp)).toBe(500 - (sold[0]?.sold ?? 0));
  });
});
