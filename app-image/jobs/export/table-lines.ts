import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Orm } from '../../server/database/database';
import * as schema from '../../server/database/schema';

export interface ExportedTable {
  readonly name: string;
  /** All except generated columns. */
  readonly columns: readonly string[];
}

const tables = Object.values<unknown>(schema).filter((value) => is(value, PgTable));

/** Every table of the schema, in the order to restore: a table comes after those it refers to. */
export const exportedTables: readonly ExportedTable[] = parentsFirst(tables).map((table) => ({
  name: getTableName(table),
  columns: Object.values(getTableColumns(table))
    .filter(({ generated }) => generated === undefined)
    .map(({ name }) => name),
}));

function parentsFirst(all: readonly PgTable[]): PgTable[] {
  const ordered = new Set<PgTable>();
  const place = (table: PgTable) => {
    for (const { reference } of getTableConfig(table).foreignKeys) place(reference().foreignTable);
    ordered.add(table);
  };
  all.forEach(place);
  return [...ordered];
}

const fetched = z.object({ rows: z.array(z.object({ line: z.string() })) });
const rowsAtOnce = 500;

/** Rows as PostgreSQL writes them in JSON, which it also reads: no type is lost. */
export async function* tableLines(
  transaction: Orm,
  { name, columns }: ExportedTable,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await transaction.execute(
    sql`declare export_rows no scroll cursor for
      select row_to_json(exported)::text as line from (select ${list} from ${sql.identifier(name)}) as exported`,
  );
  for (;;) {
    signal?.throwIfAborted();
    const { rows } = fetched.parse(
      await transaction.execute(sql.raw(`fetch ${rowsAtOnce} from export_rows`)),
    );
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await transaction.execute(sql`close export_rows`);
}
