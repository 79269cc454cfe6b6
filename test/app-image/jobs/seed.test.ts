import { asc, eq } from 'drizzle-orm';
import { products } from '../../../app-image/server/database/schema';
import { DatabaseCatalogue } from '../../../app-image/server/catalogue/database-catalogue';
import { seed } from '../../../app-image/seed/seed';
import { databases, type JobDatabase } from './job-databases';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

describe.each(databases)('the seed job on %s', (_, open) => {
  let opened: JobDatabase;
  beforeAll(async () => {
    opened = await open();
    await opened.database.migrate();
  }, 60_000);
  afterAll(() => opened.close());

  test('fills an empty shop, and finds nothing to do the next time', async () => {
    expect(await seed(opened.database)).toEqual({ written: 200, unchanged: 0 });
    const before = await opened.database.orm.select().from(products).orderBy(asc(products.id));
    expect(await seed(opened.database)).toEqual({ written: 0, unchanged: 200 });
    expect(await opened.database.orm.select().from(products).orderBy(asc(products.id))).toEqual(before);
  });

  test('leaves what was sold and the prices of the shop, and repairs texts', async () => {
    const { orm } = opened.database;
    const mug = eq(products.slug, 'harbour-stoneware-mug');
    await orm.update(products).set({ stock: 3, priceCents: 999, description: 'old' }).where(mug);
    expect(await seed(opened.database)).toEqual({ written: 1, unchanged: 199 });
    const [row] = await orm.select().from(products).where(mug);
    expect(row).toMatchObject({ stock: 3, priceCents: 999 });
    expect(row?.description).toMatch(/generous mug/);
  });

  test('the first page of the shop shows all categories, in their order', async () => {
    const catalogue = new DatabaseCatalogue(opened.database);
    const { items } = await catalogue.list({ sort: 'newest', limit: 10 });
    expect(new Set(items.map(({ category }) => category)).size).toBe(10);
    const categories = await catalogue.categories();
    expect(categories[0]).toEqual({ slug: 'kitchen', name: 'Kitchen', products: 20 });
    expect(categories.at(-1)?.slug).toBe('stationery');
  });
});
