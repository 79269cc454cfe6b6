import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { migrationsDirectory } from '../server/files';
import { exitCodes, runJob } from './run-job';

/** Drizzle's list of all migrations, oldest first. */
const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

export const command = new Command('migrate')
  .description(
    'Bring the database schema up to date. Forward only. Of two that run at once, the second waits.',
  )
  .addHelpText('after', exitCodes)
  .action(() =>
    runJob(async ({ database, log }) => {
      const count = await database.migrate();
      const known = await migrationNames();
      const applied = known.slice(known.length - count);
      log.info({ applied }, applied.length > 0 ? 'migrations applied' : 'the schema is up to date');
      return { applied };
    }),
  );

async function migrationNames(): Promise<string[]> {
  const text = await readFile(join(migrationsDirectory, 'meta/_journal.json'), 'utf8');
  return journal.parse(JSON.parse(text)).entries.map(({ tag }) => tag);
}
