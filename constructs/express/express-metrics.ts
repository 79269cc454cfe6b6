import { aws_elasticloadbalancingv2 as elbv2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { serviceMetrics } from '../ecs/service-metrics';
import type { TargetMetrics } from '../target';
import type { ExpressService } from './express-service';

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
  const { service } = express;
  const metrics = serviceMetrics({ loadBalancer, targetGroups: [], service });
  return {
    ...metrics,
    // Express may make another target group at a rollout, so their metrics have no constant name.
    healthyTasks: (period) => metrics.heartbeat.with({ period }),
    unhealthyTasks: undefined,
  };
}
