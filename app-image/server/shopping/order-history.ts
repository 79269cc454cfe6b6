import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orderPage, type Order, type orderQuery } from '../../api/shopping';
import { cursorTime, decodeCursor, encodeCursor } from '../catalogue/cursor';
import type { Orm } from '../database/database';
import { orderLines, orders } from '../database/schema';

type OrderRow = typeof orders.$inferSelect;

const place = z.tuple([cursorTime, z.uuid()]);

/** An account's orders, newest first, by keyset. */
export function orderHistoryQuery(
  orm: Orm,
  accountId: string,
  { limit, cursor }: z.output<typeof orderQuery>,
) {
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, place);
  return orm
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.accountId, accountId),
        at === undefined
          ? undefined
          : sql`(${orders.placedAt}, ${orders.id}) < (${at}::timestamptz, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit + 1);
}

export async function orderHistory(
  orm: Orm,
  accountId: string,
  query: z.output<typeof orderQuery>,
): Promise<z.output<typeof orderPage>> {
  const rows = await orderHistoryQuery(orm, accountId, query);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await withLines(orm, page),
    next: last && rows.length > query.limit ? encodeCursor([last.placedAt.toISOString(), last.id]) : null,
  };
}

/** Another account's order is no order. */
export async function orderOf(orm: Orm, accountId: string, id: string): Promise<Order | undefined> {
  const rows = await orm
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.accountId, accountId)));
  return (await withLines(orm, rows))[0];
}

export async function orderWithLines(orm: Orm, id: string): Promise<Order> {
  const [order] = await withLines(orm, await orm.select().from(orders).where(eq(orders.id, id)));
  if (!order) throw new Error(`order ${id} is gone`);
  return order;
}

async function withLines(orm: Orm, rows: OrderRow[]): Promise<Order[]> {
  if (rows.length === 0) return [];
  const lines = await orm
    .select()
    .from(orderLines)
    .where(
      inArray(
        orderLines.orderId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(orderLines.productId));
  return rows.map(({ id, placedAt, status, totalCents, shipTo }) => ({
    id,
    placedAt: placedAt.toISOString(),
    status,
    items: lines
      .filter(({ orderId }) => orderId === id)
      .map(({ productId, name, quantity, priceCents }) => ({ productId, name, quantity, priceCents })),
    totalCents,
    shipTo,
  }));
}
