import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import {
  deploymentDimension,
  metricNamespace,
  metrics as shopMetrics,
  routeClasses,
  routeDimension,
  type RequestMetric,
} from '../../../app-image/contract/metrics';
import { availabilityBudgetPercent } from '../../../lib/alarms/registry/objectives';
import { edgeRegion } from '../../../lib/stacks/names';
import type { TargetMetrics } from '../../target';
import type { AlarmSet } from '../../alarms/alarm-set';
import { shopMetric } from '../../alarms/application-alarms';
import { distributionMetric } from '../../alarms/edge-alarms';
import { errorPercent } from '../../alarms/request-metrics';
import { graph, graphPeriod, labelled, thresholds, watched } from './graph';
import { grid, type Cell } from './grid';
import type { DashboardProps } from './dashboard-props';

const minute = Duration.minutes(1);

/** Are customers served? The pages first, then what customers feel, then where it comes from, then all other alarms. */
export function served(props: DashboardProps): cloudwatch.IWidget[][] {
  const { alarms, metrics, isBundled, name } = props;
  return [
    ...pages(props),
    ...grid([availability(metrics), latency(alarms, metrics), tasks(alarms, metrics)], 3),
    ...grid(
      [
        ...(isBundled ? byRouteClass(name) : ofTarget(metrics)),
        // In a graph of its own: a target may count both kinds of tasks with expressions of the same ids.
        ...watched(alarms, 'unhealthy-hosts', { title: 'Unhealthy tasks, count', label: 'unhealthy' }),
        ...edge(props),
        ...(isBundled ? chat(alarms, name) : []),
        ...watched(alarms, 'canary-failed', {
          title: 'Canary, visits passed in percent',
          label: 'passed',
          most: 100,
        }),
      ],
      3,
    ),
    ...otherAlarms(alarms),
  ];
}

/** The alarms that page. Those of CloudFront stand in us-east-1, and a widget shows alarms of its own region only. */
function pages({ alarms, edge: { distributionId } }: DashboardProps): cloudwatch.IWidget[][] {
  const isElsewhere = distributionId !== undefined && !alarms.find('edge-server-errors');
  const note = `The alarms of CloudFront stand in ${edgeRegion}. *Errors at CloudFront* shows their thresholds.`;
  return [
    ...grid(status('Alarms that page: act at once', alarms.bySeverity().page, 6), 1),
    ...(isElsewhere && alarms.selectedAlarm('edge-server-errors')
      ? [[new cloudwatch.TextWidget({ markdown: note, width: 24, height: 1 })]]
      : []),
  ];
}

/** All others. Alarms that leave their message to a composite alarm are its causes. */
function otherAlarms(alarms: AlarmSet): cloudwatch.IWidget[][] {
  const { others, causes } = alarms.bySeverity();
  return [
    ...grid(status('Causes of a page', causes, 6), 1),
    ...grid(status('Tickets and notices: can wait', others, 6), 1),
  ];
}

function status(title: string, shown: readonly cloudwatch.IAlarm[], inRow: number): Cell[] {
  if (shown.length === 0) return [];
  const height = 1 + Math.ceil(shown.length / inRow);
  return [(width) => new cloudwatch.AlarmStatusWidget({ title, alarms: [...shown], width, height })];
}

function availability(metrics: TargetMetrics): Cell {
  const objective = 100 - availabilityBudgetPercent;
  return graph({
    title: 'Availability, percent of requests',
    metrics: [
      new cloudwatch.MathExpression({
        expression: '100 - failed',
        usingMetrics: { failed: errorPercent(metrics, graphPeriod) },
        label: 'answered without an error',
        period: graphPeriod,
      }),
    ],
    lines: [{ value: objective, label: `objective: ${objective} %`, color: cloudwatch.Color.GREEN }],
    least: -Infinity,
    most: 100,
  });
}

function latency(alarms: AlarmSet, { responseTime, responseTimeUnit }: TargetMetrics): Cell {
  const inMilliseconds = (statistic: string): cloudwatch.IMetric => {
    const time = responseTime.with({ statistic, period: graphPeriod, label: statistic });
    if (responseTimeUnit === 'milliseconds') return time;
    return new cloudwatch.MathExpression({
      expression: `1000 * ${statistic}`,
      usingMetrics: { [statistic]: time },
      label: statistic,
      period: graphPeriod,
    });
  };
  return graph({
    title: 'Latency, milliseconds',
    metrics: [inMilliseconds('p50'), inMilliseconds('p95')],
    lines: thresholds(alarms, 'latency-p95'),
  });
}

function tasks(alarms: AlarmSet, { healthyTasks, runningTasks }: TargetMetrics): Cell {
  return graph({
    title: 'Healthy tasks, count',
    metrics: [
      labelled(healthyTasks(minute), 'healthy'),
      ...(runningTasks ? [labelled(runningTasks.with({ period: minute }), 'running')] : []),
    ],
    lines: thresholds(alarms, 'no-healthy-tasks', 'tasks-below-desired'),
  });
}

/** What the bundled shop says of its requests. */
function byRouteClass(deployment: string): Cell[] {
  const each = (metricName: RequestMetric) =>
    Object.keys(routeClasses).map(
      (route) =>
        new cloudwatch.Metric({
          namespace: metricNamespace,
          metricName,
          dimensionsMap: { [deploymentDimension]: deployment, [routeDimension]: route },
          statistic: shopMetrics[metricName].statistic,
          period: graphPeriod,
          label: route,
        }),
    );
  return [
    graph({ title: 'Requests by route class, count', metrics: each('Requests'), stacked: true }),
    graph({ title: 'Failed requests by route class, count', metrics: each('ServerErrors'), stacked: true }),
  ];
}

/** What the target says of the requests to any image. */
function ofTarget({ requests, serverErrors }: TargetMetrics): Cell[] {
  return [
    graph({
      title: 'Requests, count',
      metrics: [requests.with({ period: graphPeriod, label: 'requests' })],
    }),
    graph({
      title: 'Failed requests, count',
      metrics: serverErrors.map((metric) => metric.with({ period: graphPeriod })),
      stacked: true,
    }),
  ];
}

/** What CloudFront says. Its metrics are in us-east-1; the dashboard may stand elsewhere. */
function edge({ alarms, edge: { distributionId } }: DashboardProps): Cell[] {
  if (distributionId === undefined) return [];
  const rate = (metricName: string, label: string) =>
    distributionMetric(distributionId, metricName, 'Average').with({ period: graphPeriod, label });
  return [
    graph({
      title: 'Errors at CloudFront, percent',
      metrics: [rate('5xxErrorRate', '5xx'), rate('4xxErrorRate', '4xx')],
      lines: thresholds(alarms, 'edge-server-errors', 'edge-client-errors'),
    }),
  ];
}

function chat(alarms: AlarmSet, deployment: string): Cell[] {
  return [
    graph({
      title: 'Chat answers that failed, count',
      metrics: [
        shopMetric(deployment, 'ChatErrors').with({ period: graphPeriod, label: 'errors' }),
        shopMetric(deployment, 'ChatThrottles').with({ period: graphPeriod, label: 'throttled by Bedrock' }),
      ],
      lines: thresholds(alarms, 'chat-errors', 'chat-throttled'),
    }),
  ];
}
