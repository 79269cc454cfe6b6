import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Logger } from 'pino';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsDirectory } from '../files';
import { lockDirectory } from './directory-lock';
import type { Driver } from './database';
import { appliedMigrations } from './migrations';
import * as schema from './schema';

/** For the laptop: PostgreSQL inside the process, its files under `directory/database`. */
export async function openEmbedded(directory: string, log: Logger): Promise<Driver> {
  await mkdir(directory, { recursive: true });
  const release = await lockDirectory(directory);
  log.info({ directory }, 'opening the embedded database');
  // Durability is not relaxed: an order that was acknowledged is in the files.
  const client = await PGlite.create(join(directory, 'database'), { relaxedDurability: false });
  const orm = drizzle(client, { schema });
  return {
    kind: 'embedded',
    orm,
    check: async () => {
      await client.query('select 1');
    },
    migrate: async () => {
      const before = await appliedMigrations(orm);
      await migrate(orm, { migrationsFolder: migrationsDirectory });
      return (await appliedMigrations(orm)) - before;
    },
    close: async () => {
      await client.close();
      await release();
    },
  };
}
