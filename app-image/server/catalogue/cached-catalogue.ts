import type { Category, Product, ProductPage } from '../../api/catalogue';
import type { ReadThrough } from '../cache/read-through';
import type { Catalogue, ProductQuery } from './catalogue';

/** Stock changes with every order, so a page may be seconds old; without the database, up to a day. */
const freshness = { freshSeconds: 5, staleSeconds: 60, ifErrorSeconds: 24 * 3600 };
/** Changes with a seed or a migration only. */
const slow = { ...freshness, freshSeconds: 60 };

/** The catalogue for pages and search. Orders read the database directly. */
export class CachedCatalogue implements Catalogue {
  constructor(
    private readonly source: Catalogue,
    private readonly cache: ReadThrough,
  ) {}

  list(query: ProductQuery): Promise<ProductPage> {
    const key = JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
    return this.cache.get(`catalogue:list:${key}`, freshness, () => this.source.list(query));
  }

  async bySlug(slug: string): Promise<Product | undefined> {
    const read = async () => (await this.source.bySlug(slug)) ?? null;
    return (await this.cache.get(`catalogue:product:${slug}`, freshness, read)) ?? undefined;
  }

  categories(): Promise<Category[]> {
    return this.cache.get('catalogue:categories', slow, () => this.source.categories());
  }

  productsById(ids: readonly number[]): Promise<Product[]> {
    const key = [...ids].sort((a, b) => a - b).join(',');
    return this.cache.get(`catalogue:products:${key}`, freshness, () => this.source.productsById(ids));
  }

  searchText(text: string, limit: number): Promise<Product[]> {
    const key = JSON.stringify([text.toLowerCase(), limit]);
    return this.cache.get(`catalogue:text:${key}`, freshness, () => this.source.searchText(text, limit));
  }
}
