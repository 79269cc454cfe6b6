import type { aws_apprunner as apprunner, aws_ecs as ecs } from 'aws-cdk-lib';
import { appRunnerOperation, jobFailed, jobSucceeded } from '../alarms/event-patterns';
import type { TargetEvents } from '../target';

export interface AppRunnerEventProps {
  readonly service: apprunner.CfnService;
  /** Where the jobs run. */
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: { readonly family: string };
}

/** What App Runner reports about its service, and ECS about the jobs. */
export function appRunnerEvents(props: AppRunnerEventProps): TargetEvents {
  const { service, cluster, taskDefinition } = props;
  const jobs = { clusterArn: cluster.clusterArn, family: taskDefinition.family };
  return {
    releaseFailed: appRunnerOperation(service.attrServiceId, 'Failed'),
    releaseCompleted: appRunnerOperation(service.attrServiceId, 'CompletedSuccessfully'),
    jobFailed: (command) => jobFailed({ ...jobs, command }),
    jobCompleted: (command) => jobSucceeded({ ...jobs, command }),
  };
}
