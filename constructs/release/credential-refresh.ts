import {
  aws_apprunner as apprunner,
  aws_ecs as ecs,
  aws_iam as iam,
  aws_scheduler as scheduler,
  aws_scheduler_targets as targets,
  Duration,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** A service of ECS, or one of App Runner. */
export type RefreshedService = ecs.IBaseService | apprunner.CfnService;

export interface CredentialRefreshProps {
  readonly service: RefreshedService;
  /** Days between rotations of the database login. */
  readonly rotationDays: number;
}

/**
 * Starts fresh tasks on a schedule, so that they read the rotated login. A login stays valid until the
 * rotation after the next, so tasks that are renewed at least twice between two rotations never hold
 * one that has ended.
 */
export class CredentialRefresh extends Construct {
  constructor(scope: Construct, id: string, props: CredentialRefreshProps) {
    super(scope, id);
    const { service, rotationDays } = props;
    new scheduler.Schedule(this, 'Schedule', {
      description: 'New tasks read the rotated database login',
      schedule: scheduler.ScheduleExpression.rate(refreshEvery(rotationDays)),
      target: new targets.Universal({ retryAttempts: 3, ...restart(service) }),
    });
  }
}

/** The call that starts fresh tasks and stops the old ones once the fresh ones are healthy. */
function restart(service: RefreshedService): targets.UniversalTargetProps {
  if (service instanceof apprunner.CfnService) {
    return {
      service: 'apprunner',
      action: 'startDeployment',
      input: scheduler.ScheduleTargetInput.fromObject({ ServiceArn: service.attrServiceArn }),
      policyStatements: [
        new iam.PolicyStatement({
          actions: ['apprunner:StartDeployment'],
          resources: [service.attrServiceArn],
        }),
      ],
    };
  }
  return {
    service: 'ecs',
    action: 'updateService',
    input: scheduler.ScheduleTargetInput.fromObject({
      Cluster: service.cluster.clusterName,
      Service: service.serviceName,
      ForceNewDeployment: true,
    }),
    policyStatements: [
      new iam.PolicyStatement({ actions: ['ecs:UpdateService'], resources: [service.serviceArn] }),
    ],
  };
}

/** Weekly, or a little more than twice between two rotations where those are closer together. */
export function refreshEvery(rotationDays: number): Duration {
  return Duration.hours(Math.min(7 * 24, rotationDays * 12 - 1));
}
