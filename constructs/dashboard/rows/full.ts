import { type aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import type { DashboardProps } from './dashboard-props';
import { shopMetric } from '../../alarms/application-alarms';
import { graph, thresholds, watched } from './graph';
import { grid, type Cell } from './grid';

/** What is full? Everything with a limit, each with the threshold of its alarm. */
export function full({ alarms, name, monthlyTokenBudget }: DashboardProps): cloudwatch.IWidget[][] {
  return grid(
    [
      ...watched(alarms, 'service-cpu', { title: 'CPU of the service, percent', label: 'CPU', most: 100 }),
      ...watched(alarms, 'service-memory', {
        title: 'Memory of the service, percent',
        label: 'memory',
        most: 100,
      }),
      ...watched(alarms, 'database-cpu', { title: 'CPU of the database, percent', label: 'CPU', most: 100 }),
      ...watched(alarms, 'database-connections', {
        title: 'Database connections, percent',
        label: 'connections in use',
        most: 100,
      }),
      ...watched(alarms, 'database-storage', { title: 'Free database storage, MiB', label: 'free storage' }),
      ...watched(alarms, 'database-memory', { title: 'Free database memory, MiB', label: 'free memory' }),
      ...watched(alarms, 'cache-memory', {
        title: 'Memory of the cache, percent',
        label: 'memory',
        most: 100,
      }),
      ...watched(alarms, 'cache-cpu', { title: 'CPU of the cache, percent', label: 'CPU', most: 100 }),
      ...watched(alarms, 'vector-files-throughput', {
        title: 'Chroma file throughput, percent',
        label: 'throughput',
        most: 100,
      }),
      ...(monthlyTokenBudget > 0 ? tokens({ alarms, name }) : []),
    ],
    4,
  );
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
