import type { aws_events as events } from 'aws-cdk-lib';

/*
 * What AWS services send to EventBridge when something happens to the resources of one deployment. Each
 * pattern names the resource, so that two deployments in one account do not count each other's events.
 *
 * Without a pattern: ElastiCache. "Node-based cluster events are not published to Amazon EventBridge", only to
 * an SNS topic of the replication group, so that a failover of the cache is read from its metrics.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/self-designed-metrics-events.valkey-and-redis.html
 */

/**
 * ECS gave up a deployment: the circuit breaker or an alarm ended it, and the earlier version comes back.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export function deploymentFailed(serviceArn: string): events.EventPattern {
  return {
    source: ['aws.ecs'],
    detailType: ['ECS Deployment State Change'],
    resources: [serviceArn],
    detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] },
  };
}

/** All tasks of a service run the new version. */
export function deploymentCompleted(serviceArn: string): events.EventPattern {
  return {
    source: ['aws.ecs'],
    detailType: ['ECS Deployment State Change'],
    resources: [serviceArn],
    detail: { eventName: ['SERVICE_DEPLOYMENT_COMPLETED'] },
  };
}

/**
 * App Runner gave up an operation and keeps the former version, or completed it.
 * https://docs.aws.amazon.com/apprunner/latest/dg/monitor-ev.html
 */
export function appRunnerOperation(
  serviceId: string,
  outcome: 'Failed' | 'CompletedSuccessfully',
): events.EventPattern {
  return {
    source: ['aws.apprunner'],
    detailType: ['AppRunner Service Operation Status Change'],
    detail: { serviceId: [serviceId], operationStatus: [{ suffix: outcome }] },
  };
}

/**
 * A stack of CloudFormation has been created, which happens once.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stack-status-change.html
 */
export function stackCreated(stackId: string): events.EventPattern {
  return {
    source: ['aws.cloudformation'],
    detailType: ['CloudFormation Stack Status Change'],
    detail: { 'stack-id': [stackId], 'status-details': { status: ['CREATE_COMPLETE'] } },
  };
}

/**
 * RDS has completed its nightly backup: RDS-EVENT-0002.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
 */
export function databaseBackedUp(instanceArn: string): events.EventPattern {
  return {
    source: ['aws.rds'],
    detailType: ['RDS DB Instance Event'],
    detail: { SourceArn: [instanceArn], EventID: ['RDS-EVENT-0002'] },
  };
}

export interface ServiceTasks {
  readonly clusterArn: string;
  readonly serviceName: string;
}

/**
 * A task of a service ended and ECS did not want it to: its main container exited, it did not start, or it
 * failed a health check. A task that ends in a deployment, by scaling in or by an interruption of Spot
 * capacity does not match.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export function taskStoppedWithError({ clusterArn, serviceName }: ServiceTasks): events.EventPattern {
  return stoppedTask(clusterArn, `service:${serviceName}`, {
    $or: [
      { stopCode: ['EssentialContainerExited', 'TaskFailedToStart'] },
      // "Task failed ELB health checks in …" and "Task failed container health checks"
      { stoppedReason: [{ prefix: 'Task failed ' }] },
    ],
  });
}

export interface JobTasks {
  readonly clusterArn: string;
  /** Family of the task definition. */
  readonly family: string;
  /** A word of the command that the container was started with. */
  readonly command: string;
}

/** A job of the image exited with another code than 0, or did not start. */
export function jobFailed(tasks: JobTasks): events.EventPattern {
  return stoppedJob(tasks, {
    $or: [{ containers: { exitCode: [{ 'anything-but': [0] }] } }, { stopCode: ['TaskFailedToStart'] }],
  });
}

/** A job of the image exited with code 0. */
export function jobSucceeded(tasks: JobTasks): events.EventPattern {
  return stoppedJob(tasks, { containers: { exitCode: [0] } });
}

/** A task that no service started belongs to the group of its family. */
function stoppedJob({ clusterArn, family, command }: JobTasks, how: Readonly<Record<string, unknown>>) {
  return stoppedTask(clusterArn, `family:${family}`, {
    overrides: { containerOverrides: { command: [command] } },
    ...how,
  });
}

function stoppedTask(
  clusterArn: string,
  group: string,
  how: Readonly<Record<string, unknown>>,
): events.EventPattern {
  return {
    source: ['aws.ecs'],
    detailType: ['ECS Task State Change'],
    detail: { clusterArn: [clusterArn], group: [group], lastStatus: ['STOPPED'], ...how },
  };
}

/**
 * The standby took over. RDS sends several events for one failover, and this one, RDS-EVENT-0049, when it has completed.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
 */
export function databaseFailover(instanceArn: string): events.EventPattern {
  return {
    source: ['aws.rds'],
    detailType: ['RDS DB Instance Event'],
    detail: { SourceArn: [instanceArn], EventID: ['RDS-EVENT-0049'] },
  };
}

/**
 * The rotation of a secret failed. Secrets Manager tells CloudTrail, and EventBridge gets it only in an account
 * with a trail: an alarm needs the errors of the rotation function as well, which need no trail.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function secretRotationFailed(secretArn: string): events.EventPattern {
  return {
    source: ['aws.secretsmanager'],
    detailType: ['AWS Service Event via CloudTrail'],
    detail: {
      eventSource: ['secretsmanager.amazonaws.com'],
      eventName: ['RotationFailed'],
      additionalEventData: { SecretId: [secretArn] },
    },
  };
}

/**
 * A backup of AWS Backup did not complete. AWS Backup sends its events within five minutes.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export function backupFailed(vaultName: string): events.EventPattern {
  return backupJob(vaultName, ['FAILED', 'ABORTED', 'EXPIRED']);
}

/** A backup of AWS Backup completed; without one for a day a backup is missing. */
export function backupCompleted(vaultName: string): events.EventPattern {
  return backupJob(vaultName, ['COMPLETED']);
}

function backupJob(vaultName: string, state: string[]): events.EventPattern {
  return {
    source: ['aws.backup'],
    detailType: ['Backup Job State Change'],
    detail: { backupVaultName: [vaultName], state },
  };
}
