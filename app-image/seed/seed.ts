import { sql } from 'drizzle-orm';
import type { Database, Orm } from '../server/database/database';
import { categories, products } from '../server/database/schema';
import { catalogue, slugOf } from './catalogue';
import { describePicture } from './drawing/describe-picture';

export interface SeedResult {
  /** Products added, or whose text or picture was brought up to date. */
  readonly written: number;
  /** Products that were as they should be. */
  readonly unchanged: number;
}

/** The first product of the catalogue; each further one is an hour younger. */
const opening = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;

/**
 * Fills in the opening catalogue. Running it again changes nothing, and after a release it brings
 * texts and pictures up to date; a price and a stock that are there belong to the shop and stay.
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

/** Ages go through the categories in turn, so that the newest products are a mix of all. */
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
