import { count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Category, Product, ProductPage, ProductSummary } from '../../api/catalogue';
import type { Database, Orm } from '../database/database';
import { categories, products } from '../database/schema';
import type { Catalogue, ProductQuery } from './catalogue';
import { cursorAfter, productListQuery, type ListedRow, type ProductRow } from './product-list';

/** The catalogue straight from PostgreSQL. */
export class DatabaseCatalogue implements Catalogue {
  constructor(private readonly database: Database) {}

  async list(query: ProductQuery): Promise<ProductPage> {
    const rows = await this.database.read((orm) => productListQuery(orm, query));
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(summaryOf),
      next: last && rows.length > query.limit ? cursorAfter(last, query.sort) : null,
    };
  }

  async bySlug(slug: string): Promise<Product | undefined> {
    const rows = await this.database.read((orm) =>
      orm.select().from(products).where(eq(products.slug, slug)),
    );
    return rows.map(productOf)[0];
  }

  categories(): Promise<Category[]> {
    return this.database.read((orm) =>
      orm
        .select({ slug: categories.slug, name: categories.name, products: count(products.id) })
        .from(categories)
        .leftJoin(products, eq(products.category, categories.slug))
        .groupBy(categories.slug)
        .orderBy(categories.position, categories.slug),
    );
  }

  async productsById(ids: readonly number[]): Promise<Product[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read((orm) =>
      orm
        .select()
        .from(products)
        .where(inArray(products.id, [...ids])),
    );
    return rows.map(productOf);
  }

  async searchText(text: string, limit: number): Promise<Product[]> {
    const rows = await this.database.read((orm) => textSearchQuery(orm, text, limit));
    return rows.map(productOf);
  }
}

/** Matches any of the words, best match first: one product rarely has all words of a sentence. */
export function textSearchQuery(orm: Orm, text: string, limit: number) {
  const words = sql`replace(plainto_tsquery('english', ${text})::text, '&', '|')::tsquery`;
  return orm
    .select()
    .from(products)
    .where(sql`${products.searchText} @@ ${words}`)
    .orderBy(desc(sql`ts_rank(${products.searchText}, ${words})`), products.id)
    .limit(limit);
}

export function summaryOf(row: ListedRow): ProductSummary {
  const { id, slug, name, category, priceCents, stock } = row;
  return {
    id,
    slug,
    name,
    category,
    priceCents,
    currency: 'USD',
    stock,
    picture: { name: row.pictureName, alt: row.pictureAlt },
  };
}

function productOf(row: ProductRow): Product {
  return { ...summaryOf(row), description: row.description, details: row.details };
}
