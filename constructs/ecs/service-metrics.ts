import { aws_cloudwatch as cloudwatch, type Duration } from 'aws-cdk-lib';
import type { EcsServiceName, RequestMetrics, TargetMetrics } from '../target';

/** An Application Load Balancer, as its metrics name it: `app/NAME/ID`. */
export interface LoadBalancerName {
  readonly loadBalancerFullName: string;
}

/** A target group, as its metrics name it: `targetgroup/NAME/ID`. */
export interface TargetGroupName {
  readonly targetGroupFullName: string;
}

export interface ServiceMetricsProps {
  readonly loadBalancer: LoadBalancerName;
  /** With two target groups, tasks are in the one or the other. */
  readonly targetGroups: readonly TargetGroupName[];
  readonly service: EcsServiceName;
}

/** What the load balancer says, also before there is a service. */
export function requestMetrics({ loadBalancerFullName }: LoadBalancerName): RequestMetrics {
  const dimensionsMap = { LoadBalancer: loadBalancerFullName };
  return {
    requests: loadBalancerMetric('RequestCount', 'Sum', dimensionsMap),
    // The load balancer answers itself when it reaches no task, and when a task takes too long.
    serverErrors: [
      loadBalancerMetric('HTTPCode_Target_5XX_Count', 'Sum', dimensionsMap),
      loadBalancerMetric('HTTPCode_ELB_5XX_Count', 'Sum', dimensionsMap),
    ],
    responseTime: loadBalancerMetric('TargetResponseTime', 'Average', dimensionsMap),
    responseTimeUnit: 'seconds',
  };
}

/** What the load balancer and ECS say of a service. */
export function serviceMetrics({ loadBalancer, targetGroups, service }: ServiceMetricsProps): TargetMetrics {
  const targetGroupMetric = (metricName: string, statistic: string, group: TargetGroupName) =>
    loadBalancerMetric(metricName, statistic, {
      LoadBalancer: loadBalancer.loadBalancerFullName,
      TargetGroup: group.targetGroupFullName,
    });
  const { cpuPercent, memoryPercent, runningTasks } = ecsMetrics(service);
  return {
    ...requestMetrics(loadBalancer),
    cpuPercent,
    memoryPercent,
    healthyTasks: (period) =>
      sum('healthy', 'Healthy tasks', period, targetGroups, (group) =>
        targetGroupMetric('HealthyHostCount', 'Minimum', group),
      ),
    unhealthyTasks: (period) =>
      sum('unhealthy', 'Unhealthy tasks', period, targetGroups, (group) =>
        targetGroupMetric('UnHealthyHostCount', 'Maximum', group),
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

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
function loadBalancerMetric(
  metricName: string,
  statistic: string,
  dimensionsMap: Record<string, string>,
): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'AWS/ApplicationELB', metricName, dimensionsMap, statistic });
}

/** @param id differs between the sums that stand in one graph */
function sum(
  id: string,
  label: string,
  period: Duration,
  groups: readonly TargetGroupName[],
  metricOf: (group: TargetGroupName) => cloudwatch.Metric,
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
