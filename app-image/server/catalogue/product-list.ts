import { and, asc, desc, eq, gte, lte, gt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { text } from '../../api/text';
import type { Orm } from '../database/database';
import { products } from '../database/schema';
import type { ProductQuery } from './catalogue';
import { cursorInteger, cursorTime, decodeCursor, encodeCursor } from './cursor';

interface Order {
  readonly column: PgColumn;
  readonly direction: 'asc' | 'desc';
  /** Form of the column's value in a cursor. */
  readonly value: z.ZodType<string | number>;
  /** PostgreSQL type to which a value of the cursor is cast. */
  readonly type: 'timestamptz' | 'integer' | 'text';
}

const orders: Record<ProductQuery['sort'], Order> = {
  newest: { column: products.createdAt, direction: 'desc', value: cursorTime, type: 'timestamptz' },
  'price-asc': { column: products.priceCents, direction: 'asc', value: cursorInteger, type: 'integer' },
  'price-desc': { column: products.priceCents, direction: 'desc', value: cursorInteger, type: 'integer' },
  name: { column: products.name, direction: 'asc', value: text({ max: 200 }), type: 'text' },
};

export type ProductRow = typeof products.$inferSelect;

/**
 * One page by keyset: a row comparison that starts the index where the page before ended, so the
 * hundredth page costs what the first does. Reads one row more than asked to know whether a page follows.
 */
export function productListQuery(orm: Orm, query: ProductQuery) {
  const { column, direction } = orders[query.sort];
  const order = direction === 'asc' ? asc : desc;
  const filters: (SQL | undefined)[] = [
    query.category === undefined ? undefined : eq(products.category, query.category),
    query.minPriceCents === undefined ? undefined : gte(products.priceCents, query.minPriceCents),
    query.maxPriceCents === undefined ? undefined : lte(products.priceCents, query.maxPriceCents),
    query.inStock ? gt(products.stock, 0) : undefined,
    query.inStock === false ? eq(products.stock, 0) : undefined,
    query.cursor === undefined ? undefined : after(query.cursor, query.sort),
  ];
  return orm
    .select(listed)
    .from(products)
    .where(and(...filters))
    .orderBy(order(column), order(products.id))
    .limit(query.limit + 1);
}

/** Without the description, which a list does not show and which is most of a row. */
const listed = {
  id: products.id,
  slug: products.slug,
  name: products.name,
  category: products.category,
  priceCents: products.priceCents,
  stock: products.stock,
  pictureName: products.pictureName,
  pictureAlt: products.pictureAlt,
  createdAt: products.createdAt,
};
export type ListedRow = Pick<ProductRow, keyof typeof listed>;

export function cursorAfter(row: ListedRow, sort: ProductQuery['sort']): string {
  const value = {
    newest: row.createdAt.toISOString(),
    'price-asc': row.priceCents,
    'price-desc': row.priceCents,
    name: row.name,
  }[sort];
  return encodeCursor([sort, value, row.id]);
}

function after(cursor: string, sort: ProductQuery['sort']): SQL {
  const { column, direction, value, type } = orders[sort];
  const [, at, id] = decodeCursor(cursor, z.tuple([z.literal(sort), value, cursorInteger]));
  const place = sql`(${at}::${sql.raw(type)}, ${id}::integer)`;
  return direction === 'asc'
    ? sql`(${column}, ${products.id}) > ${place}`
    : sql`(${column}, ${products.id}) < ${place}`;
}
