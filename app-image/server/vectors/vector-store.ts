/**
 * Stores and searches the embeddings of products. PostgreSQL stays the source of truth: a store can
 * be deleted and rebuilt with `node shop.mjs reindex`.
 *
 * Every embedding model has a collection of its own, so vectors of two models never mix and a new
 * model's collection can be filled while the old one still answers.
 */
export interface VectorStore {
  readonly kind: 'chroma' | 'embedded';
  /** Writes or replaces; a product has one vector. */
  upsert(entries: readonly VectorEntry[]): Promise<void>;
  /** Nearest first. Rejects with {@link CollectionNotReady} until the collection was published. */
  search(vector: Float32Array, limit: number, signal?: AbortSignal): Promise<VectorMatch[]>;
  count(): Promise<number>;
  /** The hash of the text each product was embedded from; unknown products are left out. */
  contentHashes(productIds: readonly number[]): Promise<Map<number, string>>;
  /** Deletes every product that is not in `present`. Returns their number. */
  removeMissing(present: ReadonlySet<number>): Promise<number>;
  /** Marks the collection as complete and searchable. */
  publish(): Promise<void>;
  /** Deletes the collection; search answers {@link CollectionNotReady} until it is rebuilt. */
  clear(): Promise<void>;
  /** Everything, in pages, ordered by product. */
  pages(): AsyncIterable<VectorEntry[]>;
  /** Rejects when the store does not answer. */
  health(): Promise<VectorHealth>;
  close(): Promise<void>;
}

export interface VectorEntry {
  readonly productId: number;
  /** Hash of the text that was embedded; a later reindex skips entries with the same hash. */
  readonly contentHash: string;
  /** Of length 1, so that a dot product is the cosine. */
  readonly vector: Float32Array;
}

export interface VectorMatch {
  readonly productId: number;
  /** Cosine similarity. Range −1 to 1. */
  readonly score: number;
}

export interface VectorHealth {
  readonly entries: number;
  /** Whether the collection was published. */
  readonly searchable: boolean;
}

/** The collection of this embedding model is missing or still being filled. */
export class CollectionNotReady extends Error {
  override readonly name = 'CollectionNotReady';

  constructor(collection: string) {
    super(`The vectors of ${collection} are not complete yet; run the reindex job.`);
  }
}
