import { maxConnections, reservedConnections } from '../sizes/database-instances';
import type { ParsedFields } from './schema';
import type { DatabaseSettings } from './schema/database';
import { mostTasks } from './tasks';

/** Connections a pool opens under load at most, as R3 asks: 10 kept open and 20 more. */
const usualOverflow = 20;

/**
 * Connections a task opens under load: as stated; otherwise 20, or fewer when the instance does not take
 * 20 for the most tasks there may be. A file that states no pool so never asks for too many connections.
 */
export function overflowOf({ targets, database: { instance, pool } }: ParsedFields): number {
  const perTask = Math.floor((maxConnections(instance) - reservedConnections) / mostTasks(targets));
  return pool.overflow ?? Math.max(0, Math.min(usualOverflow, perTask - pool.connections));
}

/** The database with the default of `pool.overflow` filled in. */
export function databaseWithPool(deployment: ParsedFields): DatabaseSettings {
  const { database } = deployment;
  return { ...database, pool: { ...database.pool, overflow: overflowOf(deployment) } };
}
