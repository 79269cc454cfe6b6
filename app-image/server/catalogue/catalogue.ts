import type { z } from 'zod';
import type { Category, Product, ProductPage, ProductSummary, productQuery } from '../../api/catalogue';

export type ProductQuery = z.output<typeof productQuery>;

/** Reads of the catalogue. They come from the cache where they can, also while the database is away. */
export interface Catalogue {
  list(query: ProductQuery): Promise<ProductPage>;
  bySlug(slug: string): Promise<Product | undefined>;
  categories(): Promise<Category[]>;
  /** In the order of `ids`; products that are gone are left out. */
  byIds(ids: readonly number[]): Promise<ProductSummary[]>;
  /** Full-text search, best match first; for when vectors are away. */
  searchText(query: string, limit: number): Promise<ProductSummary[]>;
}
