import type { aws_ecs as ecs } from 'aws-cdk-lib';
import {
  deploymentCompleted,
  deploymentFailed,
  jobFailed,
  jobSucceeded,
  taskStoppedWithError,
} from '../alarms/event-patterns';
import type { TargetEvents } from '../target';

export interface ServiceEventProps {
  readonly service: Pick<ecs.IBaseService, 'serviceArn' | 'serviceName' | 'cluster'>;
  readonly taskDefinition: { readonly family: string };
}

/** What ECS reports about a service and its jobs. */
export function serviceEvents({ service, taskDefinition: { family } }: ServiceEventProps): TargetEvents {
  const { serviceArn, serviceName, cluster } = service;
  const { clusterArn } = cluster;
  return {
    releaseFailed: deploymentFailed(serviceArn),
    releaseCompleted: deploymentCompleted(serviceArn),
    taskFailed: taskStoppedWithError({ clusterArn, serviceName }),
    jobFailed: (command) => jobFailed({ clusterArn, family, command }),
    jobCompleted: (command) => jobSucceeded({ clusterArn, family, command }),
  };
}
