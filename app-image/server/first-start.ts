import { DatabaseCatalogue } from './catalogue/database-catalogue';
import type { ShopContext } from './context';

/** A laptop has no operator: the schema and the catalogue come by themselves. In AWS these are jobs. */
export async function prepareLaptop({ database, log }: Pick<ShopContext, 'database' | 'log'>): Promise<void> {
  await database.migrate();
  // Not through the cache, which would go on answering that there is nothing.
  if ((await new DatabaseCatalogue(database).categories()).length > 0) return;
  log.info('filling the new shop with its catalogue');
  const { seed } = await import('../seed/seed.js');
  await seed(database);
}
