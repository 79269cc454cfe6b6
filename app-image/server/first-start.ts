import type { Shop } from './context';

/** A laptop has no operator: the schema and the catalogue come by themselves. In AWS these are jobs. */
export async function prepareLaptop({ database, catalogue, log }: Shop): Promise<void> {
  await database.migrate();
  if ((await catalogue.categories()).length > 0) return;
  log.info('filling the new shop with its catalogue');
  const { seed } = await import('../seed/seed.js');
  await seed(database);
}
