import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Orm } from '../../server/database/database';
import * as schema from '../../server/database/schema';

export interface ExportedTable {
  readonly name: string;
  /** All but those PostgreSQL generates. */
  readonly columns: readonly string[];
}

/** Every table of the schema. Parents stand before their children there, so this is the order to restore in. */
export const exportedTables: readonly ExportedTable[] = Object.values<unknown>(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => ({
    name: getTableName(table),
    columns: Object.values(getTableColumns(table))
      .filter(({ generated }) => generated === undefined)
      .map(({ name }) => name),
  }));

const fetched = z.object({ rows: z.array(z.object({ line: z.string() })) });
const rowsAtOnce = 500;

/** Rows as PostgreSQL writes them in JSON, which it also reads: no type is lost on the way. */
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
