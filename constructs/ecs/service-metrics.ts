import {
  aws_cloudwatch as cloudwatch,
  aws_elasticloadbalancingv2 as elbv2,
  type Duration,
} from 'aws-cdk-lib';
import type { EcsServiceName, RequestMetrics, TargetMetrics } from '../target';

export interface ServiceMetricsProps {
  readonly loadBalancer: elbv2.IApplicationLoadBalancer;
  /** With two target groups, tasks are in the one or the other. */
  readonly targetGroups: readonly elbv2.ApplicationTargetGroup[];
  readonly service: EcsServiceName;
}

/** What the load balancer says, also before there is a service. */
export function requestMetrics({ metrics }: elbv2.IApplicationLoadBalancer): RequestMetrics {
  return {
    requests: metrics.requestCount(),
    // The load balancer answers itself when it reaches no task, and when a task takes too long.
    serverErrors: [
      metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT),
      metrics.httpCodeElb(elbv2.HttpCodeElb.ELB_5XX_COUNT),
    ],
    responseTime: metrics.targetResponseTime(),
    responseTimeUnit: 'seconds',
  };
}

/** What the load balancer and ECS say of a service. */
export function serviceMetrics({ loadBalancer, targetGroups, service }: ServiceMetricsProps): TargetMetrics {
  const { cpuPercent, memoryPercent, runningTasks } = ecsMetrics(service);
  return {
    ...requestMetrics(loadBalancer),
    cpuPercent,
    memoryPercent,
    healthyTasks: (period) =>
      sum('healthy', 'Healthy tasks', period, targetGroups, (group) =>
        group.metrics.healthyHostCount({ statistic: 'Minimum' }),
      ),
    unhealthyTasks: (period) =>
      sum('unhealthy', 'Unhealthy tasks', period, targetGroups, (group) =>
        group.metrics.unhealthyHostCount({ statistic: 'Maximum' }),
      ),
    runningTasks,
    heartbeat: runningTasks,
  };
}

/** What ECS says of any service, without Container Insights. */
export function ecsMetrics({ cluster, serviceName }: EcsServiceName) {
  const metric = (metricName: string, statistic: string, label?: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/ECS',
      metricName,
      dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName },
      statistic,
      label,
    });
  return {
    cpuPercent: metric('CPUUtilization', 'Average'),
    memoryPercent: metric('MemoryUtilization', 'Average'),
    // Each running task reports its CPU once a minute.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
    runningTasks: metric('CPUUtilization', 'SampleCount', 'Running tasks'),
  };
}

/** @param id differs between the sums that stand in one graph */
function sum(
  id: string,
  label: string,
  period: Duration,
  groups: readonly elbv2.ApplicationTargetGroup[],
  metricOf: (group: elbv2.ApplicationTargetGroup) => cloudwatch.Metric,
): cloudwatch.IMetric {
  const metrics = groups.map(metricOf);
  const [only, ...others] = metrics;
  if (only && others.length === 0) return only.with({ period });
  const named = Object.fromEntries(metrics.map((metric, index) => [`${id}${index}`, metric]));
  return new cloudwatch.MathExpression({
    // A group without tasks reports nothing. A minute that no group has reported yet has no value: with a 0
    // there the newest minute would always end the alarm.
    expression: `SUM([${Object.keys(named).join(', ')}])`,
    usingMetrics: named,
    label,
    period,
  });
}
