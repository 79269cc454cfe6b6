import { and, asc, count, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database';
import { productEmbeddings, publishedModels } from '../database/schema';
import type { Embedder } from '../embeddings/embedder';
import { ExactIndex } from './exact-index';
import { CollectionNotReady } from './vector-store';
import type { VectorEntry, VectorHealth, VectorMatch, VectorStore } from './vector-store';

/** Age at which the copy in memory is compared with PostgreSQL, in milliseconds. */
const staleAfterMs = 5000;
const rowsAtOnce = 500;

interface Copy {
  readonly index: ExactIndex | undefined;
  readonly fingerprint: string;
  readonly checkedAt: number;
}

/** Embeddings in PostgreSQL, searched exactly in a copy in memory that is kept up to date. */
export class EmbeddedVectorStore implements VectorStore {
  readonly kind = 'embedded';
  readonly #model: string;
  readonly #ofModel: SQL;
  readonly #dimensions: number;
  #copy: Copy | undefined;
  #refreshing: Promise<Copy> | undefined;

  constructor(
    private readonly database: Pick<Database, 'read' | 'transaction'>,
    { model, dimensions }: Pick<Embedder, 'model' | 'dimensions'>,
    private readonly now: () => number = Date.now,
  ) {
    this.#model = model;
    this.#ofModel = eq(productEmbeddings.model, model);
    this.#dimensions = dimensions;
  }

  async upsert(entries: readonly VectorEntry[]): Promise<void> {
    for (let start = 0; start < entries.length; start += rowsAtOnce) {
      const rows = entries.slice(start, start + rowsAtOnce).map(({ productId, contentHash, vector }) => ({
        productId,
        model: this.#model,
        contentHash,
        embedding: vector,
      }));
      await this.database.transaction(async (orm) => {
        await orm
          .insert(productEmbeddings)
          .values(rows)
          .onConflictDoUpdate({
            target: [productEmbeddings.model, productEmbeddings.productId],
            set: { contentHash: sql`excluded.content_hash`, embedding: sql`excluded.embedding` },
          });
      });
    }
    this.#copy = undefined;
  }

  async search(vector: Float32Array, limit: number): Promise<VectorMatch[]> {
    const { index } = await this.#current();
    if (!index) throw new CollectionNotReady(this.#model);
    return index.nearest(vector, limit);
  }

  async count(): Promise<number> {
    const [row] = await this.database.read((orm) =>
      orm.select({ entries: count() }).from(productEmbeddings).where(this.#ofModel),
    );
    return row?.entries ?? 0;
  }

  async contentHashes(productIds: readonly number[]): Promise<Map<number, string>> {
    if (productIds.length === 0) return new Map();
    const rows = await this.database.read((orm) =>
      orm
        .select({ id: productEmbeddings.productId, hash: productEmbeddings.contentHash })
        .from(productEmbeddings)
        .where(and(this.#ofModel, inArray(productEmbeddings.productId, [...productIds]))),
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async removeMissing(present: ReadonlySet<number>): Promise<number> {
    const rows = await this.database.read((orm) =>
      orm.select({ id: productEmbeddings.productId }).from(productEmbeddings).where(this.#ofModel),
    );
    const gone = rows.map(({ id }) => id).filter((id) => !present.has(id));
    for (let start = 0; start < gone.length; start += rowsAtOnce) {
      const ids = gone.slice(start, start + rowsAtOnce);
      await this.database.transaction(async (orm) => {
        await orm
          .delete(productEmbeddings)
          .where(and(this.#ofModel, inArray(productEmbeddings.productId, ids)));
      });
    }
    this.#copy = undefined;
    return gone.length;
  }

  async publish(): Promise<void> {
    await this.database.transaction(async (orm) => {
      await orm.insert(publishedModels).values({ model: this.#model }).onConflictDoNothing();
    });
    this.#copy = undefined;
  }

  async clear(): Promise<void> {
    await this.database.transaction(async (orm) => {
      await orm.delete(publishedModels).where(eq(publishedModels.model, this.#model));
      await orm.delete(productEmbeddings).where(this.#ofModel);
    });
    this.#copy = undefined;
  }

  async *pages(): AsyncGenerator<VectorEntry[]> {
    for (let last = -1; ;) {
      const rows = await this.#rowsAfter(last);
      if (rows.length === 0) return;
      yield rows;
      last = rows.at(-1)?.productId ?? last;
    }
  }

  async health(): Promise<VectorHealth> {
    return { entries: await this.count(), searchable: (await this.#fingerprint()) !== undefined };
  }

  async close(): Promise<void> {
    await this.#refreshing;
  }

  /** Returns the present copy and refreshes it in the background; only the first search waits. */
  async #current(): Promise<Copy> {
    const copy = this.#copy;
    if (copy?.index && this.now() - copy.checkedAt < staleAfterMs) return copy;
    this.#refreshing ??= this.#refresh(copy).finally(() => (this.#refreshing = undefined));
    if (!copy?.index) return this.#refreshing;
    // The copy is used while PostgreSQL is unavailable; the next search tries again.
    this.#refreshing.catch(() => undefined);
    return copy;
  }

  async #refresh(before: Copy | undefined): Promise<Copy> {
    const checkedAt = this.now();
    const fingerprint = await this.#fingerprint();
    if (fingerprint === undefined) return (this.#copy = { index: undefined, fingerprint: '', checkedAt });
    if (before?.fingerprint === fingerprint) return (this.#copy = { ...before, checkedAt });
    const entries: VectorEntry[] = [];
    for await (const page of this.pages()) entries.push(...page);
    return (this.#copy = { index: new ExactIndex(entries, this.#dimensions), fingerprint, checkedAt });
  }

  /** Changes with every change of the collection; undefined until it is published. */
  async #fingerprint(): Promise<string | undefined> {
    const [row] = await this.database.read((orm) =>
      orm
        .select({
          value: sql<string>`count(${productEmbeddings.productId}) || ':' || coalesce(sum(${productEmbeddings.productId} * hashtext(${productEmbeddings.contentHash})::bigint), 0)`,
        })
        .from(publishedModels)
        .leftJoin(productEmbeddings, eq(productEmbeddings.model, publishedModels.model))
        .where(eq(publishedModels.model, this.#model))
        .groupBy(publishedModels.model),
    );
    return row?.value;
  }

  async #rowsAfter(productId: number): Promise<VectorEntry[]> {
    return this.database.read((orm) =>
      orm
        .select({
          productId: productEmbeddings.productId,
          contentHash: productEmbeddings.contentHash,
          vector: productEmbeddings.embedding,
        })
        .from(productEmbeddings)
        .where(and(this.#ofModel, gt(productEmbeddings.productId, productId)))
        .orderBy(asc(productEmbeddings.productId))
        .limit(rowsAtOnce),
    );
  }
}
