import { Duration, type aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import type { Target } from '../../../constructs/target';
import { ec2Shop } from '../../setup/ec2';
import { fargateShop } from '../../setup/fargate';
import { appRunnerShop, expressShop } from '../../setup/mvp';

/** Namespaces of CloudWatch that a metric reads, also within an expression. */
function namespacesOf(metric: cloudwatch.IMetric): string[] {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  if (metricStat) return [metricStat.namespace];
  return Object.values(mathExpression?.usingMetrics ?? {}).flatMap(namespacesOf);
}

/** Every metric of a target. */
function metricsOf({ metrics }: Target): cloudwatch.IMetric[] {
  const period = Duration.minutes(1);
  const { requests, serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat } = metrics;
  return [
    ...[requests, ...serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat],
    metrics.healthyTasks(period),
    ...(metrics.unhealthyTasks ? [metrics.unhealthyTasks(period)] : []),
    ...(metrics.runningTasks ? [metrics.runningTasks] : []),
  ];
}

const targets: Record<string, () => Target> = {
  fargate: () => fargateShop().fargate,
  ec2: () => ec2Shop().ec2,
  express: () => expressShop().service,
  apprunner: () => appRunnerShop().service,
};

test.each(Object.entries(targets))('the metrics of %s need no Container Insights', (_, target) => {
  const used = new Set(metricsOf(target()).flatMap(namespacesOf));
  const free = ['AWS/ECS', 'AWS/ApplicationELB', 'AWS/AppRunner'];
  expect(used.size).toBeGreaterThan(0);
  expect([...used].filter((namespace) => !free.includes(namespace))).toEqual([]);
});
