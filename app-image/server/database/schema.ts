import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { shippingAddress } from '../../api/shopping';

/** Milliseconds, as JavaScript's `Date` has them: a cursor read from a page compares equal in the database. */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Little-endian 32-bit floats: a tenth of the time that `real[]` takes to read. */
const vector = customType<{ data: Float32Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (floats) => Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength),
  // A copy, because the driver's slice of its read buffer is not aligned to four bytes.
  fromDriver: (bytes) => new Float32Array(Uint8Array.from(bytes).buffer),
});

export const categories = pgTable('categories', {
  slug: text('slug').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull().default(0),
});

export const products = pgTable(
  'products',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    category: text('category')
      .notNull()
      .references(() => categories.slug),
    description: text('description').notNull(),
    details: jsonb('details').$type<{ label: string; value: string }[]>().notNull().default([]),
    priceCents: integer('price_cents').notNull(),
    stock: integer('stock').notNull(),
    pictureName: text('picture_name').notNull(),
    pictureAlt: text('picture_alt').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** Last change of its text; older embeddings are stale. */
    updatedAt: moment('updated_at').notNull().defaultNow(),
    searchText: tsvector('search_text').generatedAlwaysAs(
      sql`setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B')`,
    ),
  },
  (table) => [
    uniqueIndex('products_slug').on(table.slug),
    // One index a sort order, and one a sort order within a category; the id makes each total. They are
    // read backwards for the newest and the dearest: drizzle's desc() means NULLS LAST, which no query uses.
    index('products_newest').on(table.createdAt, table.id),
    index('products_price').on(table.priceCents, table.id),
    index('products_name').on(table.name, table.id),
    index('products_category_newest').on(table.category, table.createdAt, table.id),
    index('products_category_price').on(table.category, table.priceCents, table.id),
    index('products_category_name').on(table.category, table.name, table.id),
    index('products_search').using('gin', table.searchText),
    check('products_stock_never_negative', sql`${table.stock} >= 0`),
    check('products_price_never_negative', sql`${table.priceCents} >= 0`),
  ],
);

/** One embedding per product and model; every vector store is rebuilt from PostgreSQL. */
export const productEmbeddings = pgTable(
  'product_embeddings',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    model: text('model').notNull(),
    /** Hash of the text that was embedded; a later reindex skips entries with the same hash. */
    contentHash: text('content_hash').notNull(),
    embedding: vector('embedding').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.productId] })],
);

/** The models whose embeddings are complete and may be searched. */
export const publishedModels = pgTable('published_models', {
  model: text('model').primaryKey(),
  publishedAt: moment('published_at').notNull().defaultNow(),
});

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('accounts_email').on(table.email)],
);

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    /** SHA-256 of the token, so that a copy of the table opens no session. */
    hash: text('hash').primaryKey(),
    /** All tokens that came from one log-in; they are revoked together. */
    family: uuid('family').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    /** Set when it was exchanged; a second exchange is treated as theft. */
    usedAt: moment('used_at'),
  },
  (table) => [
    index('refresh_tokens_family').on(table.family),
    index('refresh_tokens_account').on(table.accountId),
    index('refresh_tokens_expiry').on(table.expiresAt),
  ],
);

/** A cart belongs to an account, or to the visitor whose cookie is its id. */
export const carts = pgTable(
  'carts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('carts_account').on(table.accountId)],
);

export const cartItems = pgTable(
  'cart_items',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cartId, table.productId] }),
    index('cart_items_product').on(table.productId),
    check('cart_items_quantity', sql`${table.quantity} between 1 and 99`),
  ],
);

export const orders = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    placedAt: moment('placed_at').notNull().defaultNow(),
    status: text('status', { enum: ['placed', 'shipped', 'cancelled'] })
      .notNull()
      .default('placed'),
    totalCents: bigint('total_cents', { mode: 'number' }).notNull(),
    shipTo: jsonb('ship_to').$type<z.output<typeof shippingAddress>>().notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 of the request; the same key with another request is refused. */
    requestHash: text('request_hash').notNull(),
  },
  (table) => [
    uniqueIndex('orders_idempotency').on(table.accountId, table.idempotencyKey),
    index('orders_history').on(table.accountId, table.placedAt, table.id),
  ],
);

export const orderLines = pgTable(
  'order_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    /** Name and price as they were: an order does not change with the catalogue. */
    name: text('name').notNull(),
    priceCents: integer('price_cents').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    index('order_lines_product').on(table.productId),
    check('order_lines_quantity', sql`${table.quantity} > 0`),
  ],
);

/** Tokens that the assistant used; compared with the monthly budget. */
export const chatUsage = pgTable(
  'chat_usage',
  {
    /** `2026-11`, in UTC. */
    month: char('month', { length: 7 }).notNull(),
    model: text('model').notNull(),
    answers: integer('answers').notNull().default(0),
    inputTokens: bigint('input_tokens', { mode: 'number' }).notNull().default(0),
    outputTokens: bigint('output_tokens', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.month, table.model] })],
);
