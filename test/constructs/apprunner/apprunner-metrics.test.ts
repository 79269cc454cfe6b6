import type { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { appRunnerShop } from '../../setup/mvp';

const { metrics } = appRunnerShop({
  targets: { apprunner: { instances: { min: 1, max: 1 } } },
}).service;

const stat = (metric: cloudwatch.IMetric) => {
  const { metricName, statistic } = metric.toMetricConfig().metricStat ?? {};
  return `${statistic ?? ''} of ${metricName ?? ''}`;
};

test('each metric is the one App Runner gives for it', () => {
  expect(
    Object.fromEntries(
      Object.entries<cloudwatch.IMetric>({ ...metrics }).map(([name, metric]) => [name, stat(metric)]),
    ),
  ).toMatchObject({
    requests: 'Sum of Requests',
    serverErrors: 'Sum of 5xxStatusResponses',
    latencyP95Ms: 'p95 of RequestLatency',
    cpuPercent: 'Average of CPUUtilization',
    memoryPercent: 'Average of MemoryUtilization',
  });
});

test('an instance that waits for a request counts as healthy, as App Runner does not mention it', () => {
  expect(metrics.healthyTasks.toMetricConfig().mathExpression?.expression).toBe(
    'IF(FILL(requests, 0) > 0, FILL(active, 0), 1)',
  );
});

test('they are of this service, by the name and id in its ARN', () => {
  const { dimensions = [] } = metrics.requests.toMetricConfig().metricStat ?? {};
  expect(dimensions.map(({ name }) => name).sort()).toEqual(['ServiceID', 'ServiceName']);
});
