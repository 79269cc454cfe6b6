import { Duration, Stack, type aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { publishAlways } from '../publish-always';
import type { Target } from '../target';

/** Publishes what the alarms of a target name, so that the stack of the alarms can always go back to it. */
export function publishWatched(stack: Target & Stack): void {
  const { metrics, events, logGroupName, jobLogGroupName, chroma } = stack;
  const { requests, serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat } = metrics;
  const period = Duration.minutes(1);
  const watched = [
    ...[requests, ...serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat],
    metrics.healthyTasks(period),
    ...(metrics.unhealthyTasks ? [metrics.unhealthyTasks(period)] : []),
  ];
  publishAlways(
    stack,
    ...watched.flatMap(dimensionsOf),
    JSON.stringify([events.releaseFailed, events.releaseCompleted, events.taskFailed, events.jobFailed('')]),
    logGroupName,
    ...(jobLogGroupName === undefined ? [] : [jobLogGroupName]),
    ...(chroma ? [chroma.cluster.clusterName, chroma.serviceName] : []),
  );
}

function dimensionsOf(metric: cloudwatch.IMetric): string[] {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  const own = metricStat?.dimensions?.map(({ value }) => String(value)) ?? [];
  return [...own, ...Object.values(mathExpression?.usingMetrics ?? {}).flatMap(dimensionsOf)];
}
