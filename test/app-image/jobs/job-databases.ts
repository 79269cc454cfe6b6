import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../app-image/server/configuration/read-environment';
import type { Database } from '../../../app-image/server/database/database';
import { openDatabase } from '../../../app-image/server/database/open-database';
import { postgresVariables, startPostgres } from '../../setup/services';
import { silent } from '../../setup/shop';

export interface JobDatabase {
  readonly database: Database;
  /** What a job's environment says to reach it. */
  readonly variables: Record<string, string>;
  close: () => Promise<void>;
}

export async function openEmbedded(): Promise<JobDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'shop-'));
  const variables = { DATA_DIRECTORY: directory };
  const database = await openDatabase(readEnvironment(variables), silent);
  return {
    database,
    variables,
    close: async () => {
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
}

export async function openPostgres(): Promise<JobDatabase> {
  const service = await startPostgres({ fsync: 'off' });
  const variables = postgresVariables(service);
  const database = await openDatabase(readEnvironment(variables), silent);
  return {
    database,
    variables,
    close: async () => {
      await database.close();
      await service.remove();
    },
  };
}

/** The same promises hold on both. */
export const databases = [
  ['PGlite', openEmbedded],
  ['PostgreSQL', openPostgres],
] as const;
