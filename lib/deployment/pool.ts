import { maxConnections, reservedConnections, type DatabaseInstance } from '../sizes/database-instances';
import { mostTasks, type Targets } from './tasks';

/** Where the database takes it: R3 asks for a pool of 10 and an overflow of 20. */
const usualOverflow = 20;

interface Pool {
  readonly connections: number;
  readonly overflow?: number;
}

interface Pooled {
  readonly targets: Targets;
  readonly database: { readonly instance: DatabaseInstance; readonly pool: Pool };
}

/** A deployment whose pool has its overflow stated. */
export type WithPool<D extends Pooled> = Omit<D, 'database'> & {
  database: Omit<D['database'], 'pool'> & { pool: D['database']['pool'] & { overflow: number } };
};

/**
 * Connections a task opens under load: as stated, or 20, or as many as the instance takes for the
 * most tasks there may be. So a file that says nothing of pools never asks for more than there are.
 */
export function overflowOf({ targets, database: { instance, pool } }: Pooled): number {
  const perTask = Math.floor((maxConnections(instance) - reservedConnections) / mostTasks(targets));
  return pool.overflow ?? Math.max(0, Math.min(usualOverflow, perTask - pool.connections));
}

/** Fills in the overflow of the pool. */
export function withPool<D extends Pooled>(deployment: D): WithPool<D> {
  const { database } = deployment;
  const overflow = overflowOf(deployment);
  return { ...deployment, database: { ...database, pool: { ...database.pool, overflow } } };
}
