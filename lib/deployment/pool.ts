import { maxConnections, reservedConnections } from '../sizes/database-instances';
import type { Deployment, ParsedFields } from './schema';
import { mostTasks } from './tasks';

/** Where the database takes it: R3 asks for a pool of 10 and an overflow of 20. */
const usualOverflow = 20;

/**
 * Connections a task opens under load: as stated, or 20, or as many as the instance takes for the
 * most tasks there may be. So a file that says nothing of pools never asks for more than there are.
 */
export function overflowOf({ targets, database: { instance, pool } }: ParsedFields): number {
  const perTask = Math.floor((maxConnections(instance) - reservedConnections) / mostTasks(targets));
  return pool.overflow ?? Math.max(0, Math.min(usualOverflow, perTask - pool.connections));
}

/** Fills in the overflow of the pool. */
export function withPool(deployment: ParsedFields): Deployment {
  const { database } = deployment;
  const pool = { ...database.pool, overflow: overflowOf(deployment) };
  return { ...deployment, database: { ...database, pool } };
}
