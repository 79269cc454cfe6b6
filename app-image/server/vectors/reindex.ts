import { asc, count, gt } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { products } from '../database/schema';
import type { Embedder } from '../embeddings/embedder';
import { hashOf, textToEmbed } from './product-text';
import type { VectorStore } from './vector-store';

export interface ReindexParts {
  readonly database: Pick<Database, 'read'>;
  readonly store: VectorStore;
  readonly embedder: Embedder;
  readonly log: Logger;
}

export interface ReindexOptions {
  /** Products embedded and written together. @default 64 */
  readonly batch?: number;
  /** Delete the collection first; until the end, search is by words only. @default false */
  readonly fromScratch?: boolean;
  readonly signal?: AbortSignal;
}

export interface ReindexResult {
  readonly embedded: number;
  /** Already embedded from the same text. */
  readonly unchanged: number;
  /** Vectors of products that no longer exist. */
  readonly removed: number;
}

/**
 * Rebuilds the collection of this model from PostgreSQL. Product by product, so the collection can
 * be searched meanwhile; one that is new to the store is searched only once it is complete. A stopped
 * run can be continued: vectors that are up to date are skipped.
 */
export async function reindex(parts: ReindexParts, options: ReindexOptions = {}): Promise<ReindexResult> {
  const { database, store, log } = parts;
  const { batch = 64, fromScratch = false, signal } = options;
  if (fromScratch) await store.clear();
  const total = await countProducts(database);
  let embedded = 0;
  let seen = 0;
  for (let last = -1; ;) {
    signal?.throwIfAborted();
    const page = await productsAfter(database, last, batch);
    const lastOfPage = page.at(-1);
    if (!lastOfPage) break;
    embedded += await bringUpToDate(page, parts, signal);
    seen += page.length;
    last = lastOfPage.id;
    log.info(
      { seen, total, embedded, percent: Math.floor((100 * seen) / Math.max(total, seen)) },
      'reindexing',
    );
  }
  // Read again: a product that was added during the run must not be removed.
  const removed = await store.removeMissing(await allIds(database));
  await store.publish();
  return { embedded, unchanged: seen - embedded, removed };
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

async function bringUpToDate(
  page: readonly Row[],
  { store, embedder }: ReindexParts,
  signal?: AbortSignal,
): Promise<number> {
  const known = await store.contentHashes(page.map(({ id }) => id));
  const stale = page
    .map((row) => ({ id: row.id, text: textToEmbed(row), hash: hashOf(textToEmbed(row)) }))
    .filter(({ id, hash }) => known.get(id) !== hash);
  if (stale.length === 0) return 0;
  const vectors = await embedder.embed(
    stale.map(({ text }) => text),
    signal,
  );
  await store.upsert(
    stale.map(({ id, hash }, row) => {
      const vector = vectors[row];
      if (!vector)
        throw new Error(
          `The model ${embedder.model} gave ${vectors.length} vectors for ${stale.length} texts.`,
        );
      return { productId: id, contentHash: hash, vector };
    }),
  );
  return stale.length;
}

function productsAfter(database: Pick<Database, 'read'>, id: number, limit: number): Promise<Row[]> {
  const { id: key, name, description } = products;
  return database.read((orm) =>
    orm
      .select({ id: key, name, description })
      .from(products)
      .where(gt(key, id))
      .orderBy(asc(key))
      .limit(limit),
  );
}

async function countProducts(database: Pick<Database, 'read'>): Promise<number> {
  const [row] = await database.read((orm) => orm.select({ total: count() }).from(products));
  return row?.total ?? 0;
}

async function allIds(database: Pick<Database, 'read'>): Promise<Set<number>> {
  const rows = await database.read((orm) => orm.select({ id: products.id }).from(products));
  return new Set(rows.map(({ id }) => id));
}
