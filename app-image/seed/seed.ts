import { sql } from 'drizzle-orm';
import type { Database, Orm } from '../server/database/database';
import { categories, products } from '../server/database/schema';
import { catalogue, slugOf } from './catalogue';
import { describePicture } from './drawing/describe-picture';

interface SeedResult {
  /** Products that were added, or whose text or picture changed. */
  readonly written: number;
  /** Products that needed no change. */
  readonly unchanged: number;
}

/** Creation time of the first product; each further one is created an hour later. */
const opening = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;

/**
 * Adds the opening catalogue. Running it again changes nothing; after a release it updates names, texts
 * and pictures. It never changes the price and the stock of a product that exists.
 */
export async function seed(database: Pick<Database, 'transaction'>): Promise<SeedResult> {
  const rows = productRows();
  const written = await database.transaction(async (orm) => {
    await writeCategories(orm);
    return writeProducts(orm, rows);
  });
  return { written, unchanged: rows.length - written };
}

async function writeCategories(orm: Orm): Promise<void> {
  await orm
    .insert(categories)
    .values(catalogue.map(({ slug, name }, position) => ({ slug, name, position })))
    .onConflictDoUpdate({
      target: categories.slug,
      set: { name: sql`excluded.name`, position: sql`excluded.position` },
    });
}

async function writeProducts(orm: Orm, rows: ReturnType<typeof productRows>): Promise<number> {
  const changeable = ['name', 'category', 'description', 'details', 'picture_name', 'picture_alt'];
  const list = (table: string) => sql.raw(changeable.map((column) => `${table}.${column}`).join(', '));
  const changed = await orm
    .insert(products)
    .values(rows)
    .onConflictDoUpdate({
      target: products.slug,
      set: {
        name: sql`excluded.name`,
        category: sql`excluded.category`,
        description: sql`excluded.description`,
        details: sql`excluded.details`,
        pictureName: sql`excluded.picture_name`,
        pictureAlt: sql`excluded.picture_alt`,
        updatedAt: sql`now()`,
      },
      setWhere: sql`(${list('products')}) is distinct from (${list('excluded')})`,
    })
    .returning({ id: products.id });
  return changed.length;
}

/** Creation times rotate through the categories, so that the newest products are of all categories. */
function productRows() {
  return catalogue.flatMap(({ slug: category, products: ofCategory }, place) =>
    ofCategory.map(({ name, priceCents, stock, drawn: [shape, colour], description, details }, turn) => ({
      slug: slugOf(name),
      name,
      category,
      description,
      details: Object.entries(details).map(([label, value]) => ({ label, value })),
      priceCents,
      stock,
      pictureName: slugOf(name),
      pictureAlt: describePicture(shape, colour),
      createdAt: new Date(opening + (turn * catalogue.length + place) * hourMs),
    })),
  );
}
