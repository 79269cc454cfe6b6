import type { Logger } from 'pino';
import type { ProductSearch } from '../context';
import type { Embedder } from '../embeddings/embedder';
import type { Metrics } from '../observability/metrics';
import { OutsideCall } from '../resilience/outside-call';
import type { Found, SearchableCatalogue } from './search-catalogue';
import { CollectionNotReady, type VectorMatch, type VectorStore } from './vector-store';

export interface SearchParts {
  readonly store: VectorStore;
  readonly embedder: Embedder;
  readonly catalogue: SearchableCatalogue;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Finds by meaning; by words when the vectors or the model do not answer in time. */
export class SemanticSearch implements ProductSearch {
  private readonly embedding = new OutsideCall({ dependency: 'embeddings', timeoutMs: 1500, retries: 1 });
  private readonly searching = new OutsideCall({
    dependency: 'vectors',
    timeoutMs: 1000,
    retries: 1,
    counts: (error) => !(error instanceof CollectionNotReady),
  });

  constructor(private readonly parts: SearchParts) {}

  async search(text: string, limit: number, signal?: AbortSignal): Promise<Found> {
    const { catalogue } = this.parts;
    const matches = await this.nearest(text, limit, signal);
    if (!matches) return { products: await catalogue.searchText(text, limit), mode: 'text' };
    const ids = matches.map(({ productId }) => productId);
    const products = new Map((await catalogue.productsById(ids)).map((product) => [product.id, product]));
    return { products: ids.flatMap((id) => products.get(id) ?? []), mode: 'semantic' };
  }

  async state(): Promise<'up' | 'off'> {
    if (this.parts.store.kind === 'embedded') return 'off';
    await this.parts.store.health();
    return 'up';
  }

  async close(): Promise<void> {
    await Promise.all([this.parts.store.close(), this.parts.embedder.close()]);
  }

  /** Nothing when search by meaning is not to be had; a customer who left gets the error instead. */
  private async nearest(
    text: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<VectorMatch[] | undefined> {
    const { store, embedder, log, metrics } = this.parts;
    try {
      const [vector] = await this.embedding.run((stop) => embedder.embed([text], stop), signal);
      if (!vector) return undefined;
      return await this.searching.run((stop) => store.search(vector, limit, stop), signal);
    } catch (error) {
      signal?.throwIfAborted();
      log.warn({ err: error }, 'search by meaning is away; words are searched');
      metrics.count('TextSearches');
      return undefined;
    }
  }
}
