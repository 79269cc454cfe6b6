import { Duration, type aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { appRunnerShop } from '../../setup/mvp';

const { metrics } = appRunnerShop({
  targets: { apprunner: { instances: { min: 1, max: 1 } } },
}).service;

const stat = (metric: cloudwatch.IMetric) => {
  const { metricName, statistic } = metric.toMetricConfig().metricStat ?? {};
  return `${statistic ?? ''} of ${metricName ?? ''}`;
};

test('each metric is the one App Runner gives for it', () => {
  const { requests, serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat } = metrics;
  expect([requests, ...serverErrors, responseTime, cpuPercent, memoryPercent, heartbeat].map(stat)).toEqual([
    'Sum of Requests',
    'Sum of 5xxStatusResponses',
    'Average of RequestLatency',
    'Average of CPUUtilization',
    'Average of MemoryUtilization',
    'SampleCount of MemoryUtilization',
  ]);
  expect(metrics.responseTimeUnit).toBe('milliseconds');
});

test('an instance that waits for a request counts as healthy, as App Runner does not mention it', () => {
  expect(metrics.healthyTasks(Duration.minutes(1)).toMetricConfig().mathExpression?.expression).toBe(
    'IF(alive > 0, IF(FILL(requests, 0) > 0, FILL(active, 0), 1))',
  );
});

test('they are of this service, by the name and id in its ARN', () => {
  const { dimensions = [] } = metrics.requests.toMetricConfig().metricStat ?? {};
  expect(dimensions.map(({ name }) => name).sort()).toEqual(['ServiceID', 'ServiceName']);
});
