import { Duration } from 'aws-cdk-lib';
import { expressShop } from '../../setup/mvp';

const { metrics } = expressShop().service;

test('running tasks are counted by their reports, as Express may change its target groups', () => {
  expect(metrics.healthyTasks(Duration.minutes(1)).toMetricConfig().metricStat).toMatchObject({
    namespace: 'AWS/ECS',
    metricName: 'CPUUtilization',
    statistic: 'SampleCount',
  });
});

test('requests, errors and latency are those of the load balancer that Express made', () => {
  for (const metric of [metrics.requests, ...metrics.serverErrors, metrics.responseTime])
    expect(metric.toMetricConfig().metricStat?.namespace).toBe('AWS/ApplicationELB');
  expect(metrics.responseTimeUnit).toBe('seconds');
});

test('CPU and memory are those of this service', () => {
  for (const metric of [metrics.cpuPercent, metrics.memoryPercent]) {
    const { dimensions = [] } = metric.toMetricConfig().metricStat ?? {};
    expect(dimensions.map(({ name }) => name).sort()).toEqual(['ClusterName', 'ServiceName']);
  }
});
