import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { Readable } from 'node:stream';
import type { Database, Orm } from '../../server/database/database';
import { appliedMigrations } from '../../server/database/migrations';
import type { Embedder } from '../../server/embeddings/embedder';
import type { VectorStore } from '../../server/vectors/vector-store';
import { exportedTables, tableLines, type ExportedTable } from './table-lines';
import type { ExportTarget } from './target';
import { writeLines, type WrittenFile } from './written-lines';

export interface ExportParts {
  readonly database: Pick<Database, 'orm'>;
  readonly store: VectorStore;
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'>;
  readonly target: ExportTarget;
  readonly log: Logger;
  readonly signal?: AbortSignal;
}

/** Described in README.md of this folder; a change that breaks readers changes `format`. */
export interface Manifest {
  readonly format: 1;
  readonly exportedAt: string;
  /** Migrations the schema had; a restore applies as many before it fills the tables. */
  readonly migrations: number;
  /** In the order to restore them. */
  readonly tables: readonly (ExportedTable & WrittenFile)[];
  /** Absent while the vectors are a table, or when their store did not answer: they can be rebuilt. */
  readonly vectors?: WrittenFile & { readonly model: string; readonly dimensions: number };
}

/** Writes everything as of one moment; the manifest comes last, so an export that has one is whole. */
export async function exportShop(parts: ExportParts): Promise<Manifest> {
  const exportedAt = new Date().toISOString();
  const { tables, migrations } = await parts.database.orm.transaction(
    async (transaction) => {
      // The pool's time limits are for customers' requests; here a table may take minutes.
      await transaction.execute(sql`set local statement_timeout = 0`);
      await transaction.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      return {
        migrations: await appliedMigrations(transaction),
        tables: await writeTables(transaction, parts),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const manifest: Manifest = {
    format: 1,
    exportedAt,
    migrations,
    tables,
    vectors: await writeVectors(parts),
  };
  await parts.target.write('manifest.json', Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]));
  return manifest;
}

async function writeTables(
  transaction: Orm,
  { target, log, signal }: ExportParts,
): Promise<Manifest['tables']> {
  const written: (ExportedTable & WrittenFile)[] = [];
  for (const table of exportedTables) {
    const lines = tableLines(transaction, table, signal);
    const file = await writeLines(target, `tables/${table.name}.jsonl.gz`, lines);
    log.info({ table: table.name, rows: file.rows, bytes: file.bytes }, 'table exported');
    written.push({ ...table, ...file });
  }
  return written;
}

/** A failure here does not fail the backup: vectors are rebuilt from PostgreSQL. */
async function writeVectors({
  store,
  embedder: { model, dimensions },
  target,
  log,
  signal,
}: ExportParts): Promise<Manifest['vectors']> {
  if (store.kind === 'embedded') return undefined;
  try {
    const file = await writeLines(target, `vectors/${model}.jsonl.gz`, vectorLines(store, signal));
    log.info({ model, vectors: file.rows, bytes: file.bytes }, 'vectors exported');
    return { model, dimensions, ...file };
  } catch (error) {
    signal?.throwIfAborted();
    log.warn({ err: error }, 'the export does not contain the vectors; the reindex job rebuilds them');
    return undefined;
  }
}

async function* vectorLines(store: VectorStore, signal?: AbortSignal): AsyncGenerator<string> {
  for await (const page of store.pages()) {
    signal?.throwIfAborted();
    for (const { productId, contentHash, vector } of page) {
      const floats = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
      yield JSON.stringify({ productId, contentHash, vector: floats });
    }
  }
}
