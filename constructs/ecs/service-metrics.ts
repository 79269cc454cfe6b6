import { aws_cloudwatch as cloudwatch, aws_elasticloadbalancingv2 as elbv2, Duration } from 'aws-cdk-lib';
import type { TargetMetrics } from '../target';

/** Any ECS service. */
interface MeasuredService {
  metricCpuUtilization(props?: cloudwatch.MetricOptions): cloudwatch.IMetric;
  metricMemoryUtilization(props?: cloudwatch.MetricOptions): cloudwatch.IMetric;
}

export interface ServiceMetricsProps {
  readonly loadBalancer: elbv2.IApplicationLoadBalancer;
  readonly targetGroups: readonly elbv2.ApplicationTargetGroup[];
  readonly service: MeasuredService;
}

const period = Duration.minutes(1);

/** What the load balancer and ECS say of a service. */
export function serviceMetrics({ loadBalancer, targetGroups, service }: ServiceMetricsProps): TargetMetrics {
  const { metrics } = loadBalancer;
  const healthy = targetGroups.map((group) =>
    group.metrics.healthyHostCount({ period, statistic: 'Minimum' }),
  );
  return {
    requests: metrics.requestCount({ period }),
    serverErrors: metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT, { period }),
    // The load balancer measures in seconds.
    latencyP95Ms: new cloudwatch.MathExpression({
      expression: 'seconds * 1000',
      usingMetrics: { seconds: metrics.targetResponseTime({ period, statistic: 'p95' }) },
      label: 'Response time p95 in ms',
      period,
    }),
    cpuPercent: service.metricCpuUtilization({ period }),
    memoryPercent: service.metricMemoryUtilization({ period }),
    healthyTasks: sum(healthy),
  };
}

/** With two target groups, tasks are in the one or the other. */
function sum(metrics: readonly cloudwatch.Metric[]): cloudwatch.IMetric {
  const [only, ...others] = metrics;
  if (only && others.length === 0) return only;
  const named = Object.fromEntries(metrics.map((metric, index) => [`group${index}`, metric]));
  return new cloudwatch.MathExpression({
    expression: Object.keys(named)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: named,
    label: 'Healthy tasks',
    period,
  });
}
