import type { Product } from '../../api/catalogue';

/** Finds products by meaning, or by words while vectors are unavailable. */
export interface CatalogueSearch {
  search(text: string, limit: number, signal?: AbortSignal): Promise<Found>;
}

export interface Found {
  readonly products: readonly Product[];
  /** `text` when the vector store or the embedding model did not answer. */
  readonly mode: 'semantic' | 'text';
}

/** The part of the catalogue that search reads. */
export interface SearchableCatalogue {
  /** The products of these ids, in any order; unknown ids are left out. */
  productsById(ids: readonly number[]): Promise<Product[]>;
  /** PostgreSQL's full-text search, best first. */
  searchText(text: string, limit: number): Promise<Product[]>;
}
