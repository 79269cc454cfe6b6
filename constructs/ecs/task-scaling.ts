import { Duration, type aws_ecs as ecs, type aws_elasticloadbalancingv2 as elbv2 } from 'aws-cdk-lib';
import type { Deployment } from '../../lib/deployment/schema';
import { keepOfficeHours } from './office-hours';

type Tasks = NonNullable<Deployment['targets']['fargate']>['tasks'];

export interface TaskScalingOptions {
  /** Scale on this group's requests as well. @default - CPU only */
  readonly requestsOf?: elbv2.ApplicationTargetGroup;
  /** Outside them no task runs. @default - always on */
  readonly hours?: Deployment['schedule'];
}

/** As many tasks as the load asks for: more within half a minute, fewer after five. */
export function scaleTasks(service: ecs.BaseService, tasks: Tasks, options: TaskScalingOptions): void {
  const { requestsOf, hours } = options;
  const scaling = service.autoScaleTaskCount({ minCapacity: tasks.min, maxCapacity: tasks.max });
  if (hours) keepOfficeHours(scaling, hours, tasks);
  const cooldown = { scaleOutCooldown: Duration.seconds(30), scaleInCooldown: Duration.minutes(5) };
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: tasks.cpuPercent, ...cooldown });
  if (!requestsOf) return;
  scaling.scaleOnRequestCount('Requests', {
    requestsPerTarget: tasks.requestsPerTask,
    targetGroup: requestsOf,
    ...cooldown,
  });
}
