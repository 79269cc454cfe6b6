import { Duration, type aws_ecs as ecs, type aws_elasticloadbalancingv2 as elbv2 } from 'aws-cdk-lib';
import type { ScheduleSettings } from '../../lib/deployment/schema/schedule';
import type { ScalingSettings } from '../../lib/deployment/schema/targets';
import { keepOfficeHours } from './office-hours';

export interface TaskScalingOptions {
  /** Scale on this group's requests as well. @default - CPU only */
  readonly requestsOf?: elbv2.ApplicationTargetGroup;
  /** Outside them no task runs. @default - always on */
  readonly schedule?: ScheduleSettings;
}

/** Scales the tasks with the load: out after 30 s, in after five minutes. */
export function scaleTasks(
  service: ecs.BaseService,
  tasks: ScalingSettings,
  options: TaskScalingOptions,
): void {
  const { requestsOf, schedule } = options;
  const scaling = service.autoScaleTaskCount({ minCapacity: tasks.min, maxCapacity: tasks.max });
  if (schedule) keepOfficeHours(scaling, schedule, tasks);
  const cooldown = { scaleOutCooldown: Duration.seconds(30), scaleInCooldown: Duration.minutes(5) };
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: tasks.cpuPercent, ...cooldown });
  if (!requestsOf) return;
  scaling.scaleOnRequestCount('Requests', {
    requestsPerTarget: tasks.requestsPerTask,
    targetGroup: requestsOf,
    ...cooldown,
  });
}
