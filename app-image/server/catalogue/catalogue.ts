import type { z } from 'zod';
import type { Category, Product, ProductPage, productQuery } from '../../api/catalogue';
import type { SearchableCatalogue } from '../vectors/search-catalogue';

export type ProductQuery = z.output<typeof productQuery>;

/** Reads of the catalogue. They come from the cache when possible, also while the database is unavailable. */
export interface Catalogue extends SearchableCatalogue {
  list(query: ProductQuery): Promise<ProductPage>;
  bySlug(slug: string): Promise<Product | undefined>;
  categories(): Promise<Category[]>;
}
