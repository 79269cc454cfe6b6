import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import type { DashboardProps } from './dashboard-props';
import { graph, graphHeight, graphPeriod, labelled } from './graph';

/** Recorded every night. They hide what has changed. */
const routine = ['ExportCompleted', 'DatabaseBackedUp'];

const width = 12;

/**
 * What changed? CloudWatch draws vertical lines at fixed times only, so changes are a graph under the same time
 * range as the others, and a table that gives the reason of each.
 */
export function changed({ record, loginFunction }: DashboardProps): cloudwatch.IWidget[][] {
  const events = [...record.counted]
    .filter(([name]) => !routine.includes(name))
    .map(([name, metric]) => labelled(metric.with({ period: graphPeriod }), inWords(name)));
  // One rotation is four calls, one for each step.
  const rotations = new cloudwatch.Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Invocations',
    dimensionsMap: { FunctionName: loginFunction },
    statistic: 'Sum',
    period: graphPeriod,
    label: 'Step of the login rotation',
  });
  return [
    [
      graph({ title: 'Changes, count', metrics: [...events, rotations], stacked: true })(width),
      new cloudwatch.LogQueryWidget({
        title: 'Releases, failures and failovers, newest first',
        logGroupNames: [record.logGroup.logGroupName],
        queryLines: [
          'fields @timestamp, change, reason, resource',
          `filter ispresent(change) and change not in [${routine.map((name) => `"${name}"`).join(', ')}]`,
          'sort @timestamp desc',
          'limit 20',
        ],
        view: cloudwatch.LogQueryVisualizationType.TABLE,
        width,
        height: graphHeight,
      }),
    ],
  ];
}

/** `ReleaseCompleted` as `Release completed`. */
function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
