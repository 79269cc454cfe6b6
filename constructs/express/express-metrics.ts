import { aws_cloudwatch as cloudwatch, aws_elasticloadbalancingv2 as elbv2, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { serviceMetrics } from '../ecs/service-metrics';
import type { TargetMetrics } from '../target';
import type { ExpressService } from './express-service';

const period = Duration.minutes(1);

/**
 * What the load balancer and ECS say of an Express service. Express shares the load balancer among
 * the services of a VPC; a new VPC has no other.
 */
export function expressMetrics(scope: Construct, express: ExpressService): TargetMetrics {
  const loadBalancer = elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(
    scope,
    'LoadBalancer',
    {
      loadBalancerArn: express.loadBalancerArn,
      securityGroupId: express.loadBalancerSecurityGroupId,
    },
  );
  const { cluster, serviceName } = express.service;
  const metric = (metricName: string, options?: cloudwatch.MetricOptions) =>
    new cloudwatch.Metric({
      namespace: 'AWS/ECS',
      metricName,
      dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName },
      ...options,
    });
  return {
    ...serviceMetrics({
      loadBalancer,
      targetGroups: [],
      service: {
        metricCpuUtilization: (options) => metric('CPUUtilization', options),
        metricMemoryUtilization: (options) => metric('MemoryUtilization', options),
      },
    }),
    // Express may make another target group at a rollout. Each running task reports its CPU once a minute.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
    healthyTasks: metric('CPUUtilization', { statistic: 'SampleCount', period, label: 'Running tasks' }),
  };
}
