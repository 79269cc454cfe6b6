import { DeploymentError, type Deployment, type TargetName } from '../deployment';
import { targets } from '../deployment/schema/targets';
import { taskRanges, type TaskRange } from '../deployment/tasks';
import {
  databaseInstances,
  maxConnections,
  reservedConnections,
  type DatabaseInstance,
} from '../sizes/database-instances';

/** What lets two targets run side by side on one database. */
export interface Capacity {
  /** The instance there is, or the smallest larger one that takes both targets' pools. */
  readonly instance: DatabaseInstance;
  /** Most tasks of the target that is left. Lowered only where half of them, or more, stay. */
  readonly fromMax: number;
  /** Most tasks of the new target while the old one is there. */
  readonly toMax: number;
}

/** How many tasks a target runs; with the schema's numbers where the file does not state it. */
export function tasksOf(target: TargetName, stated: object = {}): TaskRange {
  const [range] = taskRanges(targets.parse({ [target]: stated }));
  if (!range) throw new Error(`targets.${target} has no number of tasks`);
  return range;
}

/** Tasks whose pools an instance takes. */
export function tasksThatFit(instance: DatabaseInstance, connectionsPerTask: number): number {
  return Math.floor((maxConnections(instance) - reservedConnections) / connectionsPerTask);
}

/** Connections each of so many tasks may open on an instance. */
export function connectionsThatFit(instance: DatabaseInstance, tasks: number): number {
  return Math.floor((maxConnections(instance) - reservedConnections) / tasks);
}

/** Fewest tasks the new target must be able to run: its own fewest, and as many as the old one at most. */
export function leastBeside(from: TaskRange, wanted: TaskRange): number {
  return Math.max(wanted.min, Math.min(from.max, wanted.max));
}

/**
 * Makes room for the new target without a change to the tasks that serve: their pools stay as they are.
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
      `The move needs a database that takes ${from.max + least} pools of ${perTask} connections, for ${from.max} ` +
        `tasks of ${from.target} and ${least} of ${wanted.target}; no instance class on offer does. ` +
        'Lower database.pool or the most tasks of one of them, deploy that, and ask again.',
    );
  }
  return { instance: larger, fromMax: from.max, toMax: Math.min(wanted.max, room(larger)) };
}
