import type { Environment } from '../../contract/environment';
import type { Catalogue } from '../catalogue/catalogue';
import type { ProductSearch, ShopContext } from '../context';
import type { Database } from '../database/database';
import { createEmbedder } from '../embeddings';
import type { Embedder } from '../embeddings/embedder';
import { RememberingEmbedder } from '../embeddings/remembering-embedder';
import { EmbeddedVectorStore } from './embedded-store';
import { reindex } from './reindex';
import { SelfIndexingSearch } from './self-indexing-search';
import { SemanticSearch } from './semantic-search';
import type { VectorStore } from './vector-store';

/** The vector store that the environment selects, with the collection of this embedding model. */
export async function createVectorStore(
  { VECTORS, CHROMA_URL }: Pick<Environment, 'VECTORS' | 'CHROMA_URL'>,
  database: Database,
  embedder: Embedder,
): Promise<VectorStore> {
  if (VECTORS === 'embedded' || !CHROMA_URL) return new EmbeddedVectorStore(database, embedder);
  const { ChromaVectorStore } = await import('./chroma-store.js');
  return new ChromaVectorStore(CHROMA_URL, embedder);
}

/** Does not wait for a dependency that may be unavailable; the first search does. */
export async function createProductSearch(
  { environment, database, log, metrics }: ShopContext,
  catalogue: Catalogue,
): Promise<ProductSearch> {
  const embedder = new RememberingEmbedder(await createEmbedder(environment, log));
  const store = await createVectorStore(environment, database, embedder);
  const search = new SemanticSearch({ store, embedder, catalogue, log, metrics });
  if (database.kind !== 'embedded') return search;
  const index = (signal: AbortSignal) => reindex({ database, store, embedder, log }, { signal });
  return new SelfIndexingSearch(search, index, log);
}
