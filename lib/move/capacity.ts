import { DeploymentError, type Deployment, type TargetName } from '../deployment';
import { targets } from '../deployment/schema/targets';
import { taskRanges, type TaskRange } from '../deployment/tasks';
import {
  databaseInstances,
  maxConnections,
  reservedConnections,
  type DatabaseInstance,
} from '../sizes/database-instances';

/** Sizes with which two targets can share one database. */
export interface Capacity {
  /** The present instance class, or the next larger one with enough connections for both targets. */
  readonly instance: DatabaseInstance;
  /** Maximum tasks of the old target. It is lowered to half of its value at most. */
  readonly fromMax: number;
  /** Maximum tasks of the new target while the old one exists. */
  readonly toMax: number;
}

/** How many tasks a target runs, with the schema's defaults for what the file leaves out. */
export function tasksOf(target: TargetName, stated: object = {}): TaskRange {
  const [range] = taskRanges(targets.parse({ [target]: stated }));
  if (!range) throw new Error(`targets.${target} has no number of tasks`);
  return range;
}

/** How many tasks an instance class has connections for. */
export function tasksThatFit(instance: DatabaseInstance, connectionsPerTask: number): number {
  return Math.floor((maxConnections(instance) - reservedConnections) / connectionsPerTask);
}

/** How many connections each of a number of tasks may open on an instance class. */
export function connectionsThatFit(instance: DatabaseInstance, tasks: number): number {
  return Math.floor((maxConnections(instance) - reservedConnections) / tasks);
}

/** Tasks the new target must be able to run: the old target's maximum, within its own limits. */
export function leastBeside(from: TaskRange, wanted: TaskRange): number {
  return Math.max(wanted.min, Math.min(from.max, wanted.max));
}

/**
 * Finds connections for the new target. The connection pools of the running tasks stay as they are.
 */
export function capacityForBoth(start: Deployment, from: TaskRange, wanted: TaskRange): Capacity {
  const { instance, pool } = start.database;
  const perTask = pool.connections + pool.overflow;
  const least = leastBeside(from, wanted);
  const room = (candidate: DatabaseInstance) => tasksThatFit(candidate, perTask) - from.max;
  if (room(instance) >= least)
    return { instance, fromMax: from.max, toMax: Math.min(wanted.max, room(instance)) };

  const fromMax = tasksThatFit(instance, perTask) - least;
  if (fromMax >= Math.max(from.min, from.max / 2)) return { instance, fromMax, toMax: least };

  const larger = databaseInstances
    .slice(databaseInstances.indexOf(instance) + 1)
    .find((candidate) => room(candidate) >= least);
  if (!larger) {
    throw new DeploymentError(
      `The move needs a database with ${from.max + least} × ${perTask} connections, for ${from.max} ` +
        `tasks of ${from.target} and ${least} of ${wanted.target}; no supported instance class has so many. ` +
        'Lower database.pool or the maximum tasks of one target, deploy that, and run the command again.',
    );
  }
  return { instance: larger, fromMax: from.max, toMax: Math.min(wanted.max, room(larger)) };
}
