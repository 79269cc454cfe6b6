import { databaseInstances, maxConnections, reservedConnections } from '../../sizes/database-instances';
import { overflowOf } from '../pool';
import type { ParsedFields } from '../schema';
import type { Rule } from './rule';
import { mostTasks, taskRanges } from '../tasks';

/** Otherwise PostgreSQL answers "too many clients already" to the last task, mostly at the busiest hour. */
const poolsFitTheDatabase: Rule = function* (deployment) {
  const { instance, pool } = deployment.database;
  const tasks = mostTasks(deployment.targets);
  const overflow = overflowOf(deployment);
  const perTask = pool.connections + overflow;
  const wanted = tasks * perTask + reservedConnections;
  if (wanted <= maxConnections(instance)) return;
  const ranges = taskRanges(deployment.targets);
  const [only] = ranges;
  yield {
    path: ranges.length === 1 && only ? `${only.path}.max` : 'database.pool',
    rule:
      `must fit the ${maxConnections(instance)} connections of db.${instance}: ` +
      `${ranges.map(({ target, max }) => `${max} of ${target}`).join(' + ')}, each with ` +
      `${pool.connections} + ${overflow}, and ${reservedConnections} kept free make ${wanted}`,
    instead: waysOut(deployment, tasks, perTask, wanted).join(', or '),
  };
};

function waysOut(
  { database: { instance, pool } }: ParsedFields,
  tasks: number,
  perTask: number,
  wanted: number,
): string[] {
  const free = maxConnections(instance) - reservedConnections;
  const largestPool = Math.floor(free / tasks);
  const overflow = largestPool - pool.connections;
  const mostThatFit = Math.floor(free / perTask);
  const larger = databaseInstances.find((candidate) => wanted <= maxConnections(candidate));
  const single = [
    ...(overflow >= 0 ? [`database.pool.overflow: ${overflow}`] : []),
    ...(overflow < 0 && largestPool > 0
      ? [`database.pool: { connections: ${largestPool}, overflow: 0 }`]
      : []),
    ...(mostThatFit > 0 ? [`${mostThatFit} tasks in all`] : []),
    ...(larger ? [`database.instance: '${larger}'`] : []),
  ];
  return single.length > 0 ? single : ['fewer tasks and a larger database.instance together'];
}

export const connectionRules: readonly Rule[] = [poolsFitTheDatabase];
