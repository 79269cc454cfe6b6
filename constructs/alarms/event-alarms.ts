import { aws_cloudwatch as cloudwatch, Stack, type Duration } from 'aws-cdk-lib';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { ImageSource } from '../../lib/deployment/schema/image';
import type { DatabaseEndpoint } from '../stores';
import type { TargetEvents } from '../target';
import type { AlarmSet } from './alarm-set';
import { databaseBackedUp, stackCreated } from './event-patterns';
import type { EventRecord } from './event-record';

export interface EventAlarmProps {
  readonly image: ImageSource;
  readonly container: ContainerSettings;
  readonly record: EventRecord;
  /** Of the live target. */
  readonly events: TargetEvents;
  readonly database: DatabaseEndpoint;
}

/** Alarms on what happens once: a failed release, job, rotation or backup. */
export function eventAlarms(alarms: AlarmSet, props: EventAlarmProps): void {
  const { image, record, events, database } = props;
  const on = (name: Parameters<AlarmSet['raise']>[0], metric: cloudwatch.Metric) =>
    alarms.raise(name, (period) => metric.with({ period }));

  record.metric('ReleaseCompleted', events.releaseCompleted);
  const started = record.metric('WatchStarted', stackCreated(Stack.of(alarms).stackId));
  /**
   * How often something was completed, with 0 where nothing was: for a period without data CloudWatch takes an
   * older one, and the alarm would come half a day late. The creation of the stack counts once, because the first
   * night is still to come; before that there is no value, so that a new alarm is not on at once.
   */
  const completed = (metric: cloudwatch.Metric) => (period: Duration) =>
    new cloudwatch.MathExpression({
      expression:
        'IF(DATAPOINT_COUNT(completed) + DATAPOINT_COUNT(started) > 0, FILL(completed, 0) + FILL(started, 0))',
      usingMetrics: { completed: metric, started },
      label: 'Completed',
      period,
    });
  on('deployment-failed', record.metric('DeploymentFailed', events.releaseFailed));
  if (events.taskFailed) on('task-restarts', record.metric('TaskFailed', events.taskFailed));
  const migration = migrationOf(props);
  if (migration !== undefined)
    on('migration-failed', record.metric('MigrationFailed', events.jobFailed(migration)));
  if (image === 'bundled') {
    on('export-failed', record.metric('ExportFailed', events.jobFailed('export')));
    alarms.raise(
      'export-missing',
      completed(record.metric('ExportCompleted', events.jobCompleted('export'))),
    );
  }
  const backedUp = record.metric('DatabaseBackedUp', databaseBackedUp(database.instance.arn));
  alarms.raise('backup-missing', completed(backedUp));
  // Secrets Manager reports a failed rotation to CloudTrail only; its function fails as well.
  on(
    'rotation-failed',
    new cloudwatch.Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: { FunctionName: database.loginFunction },
      statistic: 'Sum',
    }),
  );
}

/** A word of the command that migrates the database; undefined when the image has none. */
function migrationOf({ image, container }: EventAlarmProps): string | undefined {
  return container.migrateCommand?.at(-1) ?? (image === 'bundled' ? 'migrate' : undefined);
}
