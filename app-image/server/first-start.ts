import { DatabaseCatalogue } from './catalogue/database-catalogue';
import type { ShopContext } from './context';

/** On a laptop the server itself creates schema and catalogue. In AWS these are jobs. */
export async function prepareLaptop({ database, log }: Pick<ShopContext, 'database' | 'log'>): Promise<void> {
  await database.migrate();
  // Not through the cache, which would keep the empty answer.
  if ((await new DatabaseCatalogue(database).categories()).length > 0) return;
  log.info('writing the opening catalogue');
  const { seed } = await import('../seed/seed.js');
  await seed(database);
}
