import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Order, orderRequest } from '../../api/shopping';
import type { Orm } from '../database/database';
import { cartItems, carts, orderLines, orders, products } from '../database/schema';
import { cartFor } from './carts';
import { orderWithLines } from './order-history';

/** The key was used for another request: a mistake of the caller, not a repetition. */
export class KeyReusedError extends Error {
  override readonly name = 'KeyReusedError';
}

export class EmptyCartError extends Error {
  override readonly name = 'EmptyCartError';
}

/** The stock of these products is lower than the quantity in the cart. */
export class OutOfStockError extends Error {
  override readonly name = 'OutOfStockError';

  constructor(readonly products: readonly { readonly name: string; readonly left: number }[]) {
    super('not enough stock');
  }
}

export interface OrderPlacement {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly request: z.output<typeof orderRequest>;
}

export interface PlacedOrder {
  readonly order: Order;
  /** Whether an earlier request placed it, with the same key. */
  readonly repeated: boolean;
}

/**
 * Turns the cart into an order, inside the transaction `orm`: either all of it is written or
 * nothing. The order's own row carries the key, and its unique index makes a repetition wait for the
 * first request and return its order.
 */
export async function placeOrder(
  orm: Orm,
  { accountId, idempotencyKey, request }: OrderPlacement,
): Promise<PlacedOrder> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const [placed] = await orm
    .insert(orders)
    .values({ accountId, idempotencyKey, requestHash, shipTo: request.shipTo, totalCents: 0 })
    .onConflictDoNothing({ target: [orders.accountId, orders.idempotencyKey] })
    .returning({ id: orders.id });
  if (!placed)
    return { order: await earlierOrder(orm, accountId, idempotencyKey, requestHash), repeated: true };

  const lines = await takeFromStock(orm, await cartFor(orm, { accountId }));
  await orm.insert(orderLines).values(lines.map((line) => ({ ...line, orderId: placed.id })));
  const totalCents = lines.reduce((sum, { priceCents, quantity }) => sum + priceCents * quantity, 0);
  await orm.update(orders).set({ totalCents }).where(eq(orders.id, placed.id));
  await orm.delete(carts).where(eq(carts.accountId, accountId));
  return { order: await orderWithLines(orm, placed.id), repeated: false };
}

async function earlierOrder(orm: Orm, accountId: string, key: string, requestHash: string): Promise<Order> {
  const [first] = await orm
    .select({ id: orders.id, requestHash: orders.requestHash })
    .from(orders)
    .where(and(eq(orders.accountId, accountId), eq(orders.idempotencyKey, key)));
  if (first?.requestHash !== requestHash) throw new KeyReusedError();
  return orderWithLines(orm, first.id);
}

/** Locks the products in the order of their ids, so that two orders cannot deadlock. */
async function takeFromStock(orm: Orm, cartId: string) {
  const wanted = await orm.select().from(cartItems).where(eq(cartItems.cartId, cartId));
  if (wanted.length === 0) throw new EmptyCartError();
  const quantities = new Map(wanted.map(({ productId, quantity }) => [productId, quantity]));
  const rows = await orm
    .select({ id: products.id, name: products.name, priceCents: products.priceCents, stock: products.stock })
    .from(products)
    .where(inArray(products.id, [...quantities.keys()]))
    .orderBy(asc(products.id))
    .for('update');
  const lines = rows.map((row) => ({ ...row, quantity: quantities.get(row.id) ?? 0 }));
  const short = lines.filter(({ stock, quantity }) => stock < quantity);
  if (short.length > 0) throw new OutOfStockError(short.map(({ name, stock }) => ({ name, left: stock })));
  await orm
    .update(products)
    .set({ stock: sql`${products.stock} - ${cartItems.quantity}` })
    .from(cartItems)
    .where(and(eq(cartItems.cartId, cartId), eq(cartItems.productId, products.id)));
  return lines.map(({ id, name, priceCents, quantity }) => ({ productId: id, name, priceCents, quantity }));
}
