import { serviceMetrics } from '../ecs/service-metrics';
import type { TargetMetrics } from '../target';
import type { WatchedService } from './express-service';

/**
 * What the load balancer and ECS say of an Express service. Express shares the load balancer among
 * the services of a VPC; a new VPC has no other.
 */
export function expressMetrics(service: WatchedService): TargetMetrics {
  const metrics = serviceMetrics({ loadBalancer: service, targetGroups: [], service });
  return {
    ...metrics,
    // Express may make another target group at a rollout, so their metrics have no constant name.
    healthyTasks: (period) => metrics.heartbeat.with({ period }),
    unhealthyTasks: undefined,
  };
}
