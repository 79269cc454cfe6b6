import { ChromaClient, ChromaNotFoundError, IncludeEnum, type Collection } from 'chromadb';
import type { Embedder } from '../embeddings/embedder';
import { CollectionNotReady } from './vector-store';
import type { VectorEntry, VectorHealth, VectorMatch, VectorStore } from './vector-store';

/** A Chroma server refuses batches above 5461; smaller ones use less memory on both sides. */
const entriesAtOnce = 1000;
const writeMs = 30_000;
const readMs = 5000;
/** Key in the collection's metadata: the collection is complete. */
const published = 'published';

/** A Chroma server over HTTP. It has no authentication: security groups restrict access. */
export class ChromaVectorStore implements VectorStore {
  readonly kind = 'chroma';
  readonly #name: string;
  readonly #server: { host: string; port: number; ssl: boolean };
  /** The published collection's id; cleared when the server no longer has it. */
  #collectionId: string | undefined;

  constructor(url: string, { model }: Pick<Embedder, 'model'>) {
    const { hostname, port, protocol } = new URL(url);
    const ssl = protocol === 'https:';
    this.#server = { host: hostname, port: Number(port) || (ssl ? 443 : 80), ssl };
    this.#name = `products-${model}`;
  }

  async upsert(entries: readonly VectorEntry[]): Promise<void> {
    for (let start = 0; start < entries.length; start += entriesAtOnce) {
      const batch = entries.slice(start, start + entriesAtOnce);
      const collection = await this.#ensure();
      await collection.upsert({
        ids: batch.map(({ productId }) => String(productId)),
        embeddings: batch.map(({ vector }) => Array.from(vector)),
        metadatas: batch.map(({ contentHash }) => ({ contentHash })),
      });
    }
  }

  async search(vector: Float32Array, limit: number, signal?: AbortSignal): Promise<VectorMatch[]> {
    const client = this.#client(readMs, signal);
    try {
      const collection = client.collection((this.#collectionId ??= await this.#publishedId(client)));
      const found = await collection.query({
        queryEmbeddings: [Array.from(vector)],
        nResults: limit,
        include: [IncludeEnum.distances],
      });
      const [rows = []] = found.rows();
      return rows.map(({ id, distance }) => ({ productId: Number(id), score: 1 - (distance ?? 1) }));
    } catch (error) {
      if (!(error instanceof ChromaNotFoundError)) throw error;
      this.#collectionId = undefined;
      throw new CollectionNotReady(this.#name);
    }
  }

  async count(): Promise<number> {
    return (await this.#find(this.#client(readMs)))?.count() ?? 0;
  }

  async contentHashes(productIds: readonly number[]): Promise<Map<number, string>> {
    const collection = await this.#find(this.#client(readMs));
    const hashes = new Map<number, string>();
    for (let start = 0; collection && start < productIds.length; start += entriesAtOnce) {
      const ids = productIds.slice(start, start + entriesAtOnce).map(String);
      const found = await collection.get({ ids, include: [IncludeEnum.metadatas] });
      found.ids.forEach((id, row) => {
        const hash = found.metadatas[row]?.contentHash;
        if (typeof hash === 'string') hashes.set(Number(id), hash);
      });
    }
    return hashes;
  }

  async removeMissing(present: ReadonlySet<number>): Promise<number> {
    const collection = await this.#find(this.#client(writeMs));
    if (!collection) return 0;
    const gone = (await productIds(collection)).filter((id) => !present.has(id));
    for (let start = 0; start < gone.length; start += entriesAtOnce)
      await collection.delete({ ids: gone.slice(start, start + entriesAtOnce).map(String) });
    return gone.length;
  }

  async publish(): Promise<void> {
    const collection = await this.#ensure();
    await collection.modify({ metadata: { ...collection.metadata, [published]: true } });
  }

  async clear(): Promise<void> {
    this.#collectionId = undefined;
    const client = this.#client(writeMs);
    if (await this.#find(client)) await client.deleteCollection({ name: this.#name });
  }

  async *pages(): AsyncGenerator<VectorEntry[]> {
    const listed = await this.#find(this.#client(writeMs));
    const all = listed ? await productIds(listed) : [];
    for (let start = 0; start < all.length; start += entriesAtOnce) {
      const ids = all.slice(start, start + entriesAtOnce).map(String);
      const collection = await this.#find(this.#client(readMs));
      const found = await collection?.get<{ contentHash: string }>({
        ids,
        include: [IncludeEnum.embeddings, IncludeEnum.metadatas],
      });
      yield (found?.rows() ?? [])
        .map(({ id, embedding, metadata }) => ({
          productId: Number(id),
          contentHash: metadata?.contentHash ?? '',
          vector: Float32Array.from(embedding ?? []),
        }))
        .sort((a, b) => a.productId - b.productId);
    }
  }

  async health(): Promise<VectorHealth> {
    const client = this.#client(readMs);
    await client.heartbeat();
    const collection = await this.#find(client);
    return {
      entries: (await collection?.count()) ?? 0,
      searchable: collection?.metadata?.[published] === true,
    };
  }

  async close(): Promise<void> {
    // No connection stays open between calls.
  }

  /** One client per call, because its constructor takes the time limit. */
  #client(timeoutMs: number, signal?: AbortSignal): ChromaClient {
    const timeout = AbortSignal.timeout(timeoutMs);
    return new ChromaClient({
      ...this.#server,
      tenant: 'default_tenant',
      database: 'default_database',
      fetchOptions: { signal: signal ? AbortSignal.any([signal, timeout]) : timeout },
    });
  }

  #ensure(): Promise<Collection> {
    return this.#client(writeMs).getOrCreateCollection({
      name: this.#name,
      embeddingFunction: null,
      configuration: { hnsw: { space: 'cosine' } },
    });
  }

  async #find(client: ChromaClient): Promise<Collection | undefined> {
    try {
      return await client.getCollection({ name: this.#name });
    } catch (error) {
      if (error instanceof ChromaNotFoundError) return undefined;
      throw error;
    }
  }

  async #publishedId(client: ChromaClient): Promise<string> {
    const collection = await this.#find(client);
    if (collection?.metadata?.[published] !== true) throw new CollectionNotReady(this.#name);
    return collection.id;
  }
}

async function productIds(collection: Collection): Promise<number[]> {
  const { ids } = await collection.get({ include: [] });
  return ids.map(Number).sort((a, b) => a - b);
}
