import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Logger } from 'pino';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
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
  const files = join(directory, 'database');
  if (!existsSync(files)) await createDatabase(files);
  const client = await openFiles(files);
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

/**
 * Created under another name and renamed when complete: PostgreSQL cannot open a directory whose
 * creation was interrupted, although it finds a version file there.
 */
async function createDatabase(files: string): Promise<void> {
  const unfinished = `${files}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const client = await openFiles(unfinished);
  await client.close();
  await rename(unfinished, files);
}

/** Durability is not relaxed: an acknowledged order is on disk. */
function openFiles(files: string): Promise<PGlite> {
  return PGlite.create(files, { relaxedDurability: false });
}
