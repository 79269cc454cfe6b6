import { sql } from 'drizzle-orm';
import type { Orm } from './database';

/** Number of migrations that Drizzle has recorded as applied; 0 before the first. */
export async function appliedMigrations(orm: Orm): Promise<number> {
  const known = await orm
    .select({ name: sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text` })
    .from(sql`(select 1) as one`);
  if (!known[0]?.name) return 0;
  const counted = await orm
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`drizzle.__drizzle_migrations`);
  return counted[0]?.count ?? 0;
}
