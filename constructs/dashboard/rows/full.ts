import { type aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import type { DashboardProps } from './dashboard-props';
import { shopMetric } from '../../alarms/application-alarms';
import { graph, thresholds, watched } from './graph';
import { grid, type Cell } from './grid';

/** Parts with a limit, by the alarm on it: the title of the graph, and the name of the curve. */
const limited = [
  ['service-cpu', 'CPU of the service, percent', 'CPU'],
  ['service-memory', 'Memory of the service, percent', 'memory'],
  ['database-cpu', 'CPU of the database, percent', 'CPU'],
  ['database-connections', 'Database connections, percent', 'connections in use'],
  ['database-storage', 'Free database storage, MiB', 'free storage'],
  ['database-memory', 'Free database memory, MiB', 'free memory'],
  ['cache-memory', 'Memory of the cache, percent', 'memory'],
  ['cache-cpu', 'CPU of the cache, percent', 'CPU'],
  ['vector-files-throughput', 'Chroma file throughput, percent', 'throughput'],
] as const;

/** What is full? Everything with a limit, each with the threshold of its alarm. */
export function full({ alarms, name, monthlyTokenBudget }: DashboardProps): cloudwatch.IWidget[][] {
  const graphs = limited.flatMap(([alarm, title, label]) =>
    watched(alarms, alarm, { title, label, ...(title.endsWith('percent') && { most: 100 }) }),
  );
  return grid([...graphs, ...(monthlyTokenBudget > 0 ? tokens({ alarms, name }) : [])], 4);
}

/** The share stays until the next question, so that a day has few values. */
function tokens({ alarms, name }: Pick<DashboardProps, 'alarms' | 'name'>): Cell[] {
  return [
    graph({
      title: 'Token budget of the month, percent',
      metrics: [
        shopMetric(name, 'TokenBudgetPercent').with({ period: Duration.hours(1), label: 'used this month' }),
      ],
      lines: thresholds(alarms, 'token-budget-50', 'token-budget-80', 'token-budget-100'),
      most: 100,
      days: 14,
    }),
  ];
}
