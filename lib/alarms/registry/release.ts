import {
  bundled,
  nothingHappened,
  runsMigrations,
  type AlarmDefinition,
  type MissingData,
} from '../definition';
import { hasRollbackAlarms } from '../target-facts';

const once = { periodMinutes: 5, breaching: 1, of: 1, missing: nothingHappened } as const;

/** For what happens every night: the expression is 0 in periods without it. */
const neverAny: MissingData = {
  as: 'ignore',
  reason:
    'There is no value before the first one, and none two days after the last one: the alarm is on by then.',
};

/** Releases and the jobs around them. */
export const releaseAlarms = {
  'release-server-errors': {
    severity: 'page',
    meaning: 'During a release, more requests than alarms.errorPercent have failed; ECS rolls it back.',
    firstLook: 'Read the errors of the new version in the log.',
    threshold: {
      is: 'above',
      value: ({ alarms }) => alarms.errorPercent,
      unit: 'percent',
      reason: 'The field alarms.errorPercent. Minutes with fewer than 20 requests do not count.',
    },
    periodMinutes: 1,
    breaching: 3,
    of: 5,
    missing: nothingHappened,
    exists: hasRollbackAlarms,
    notifiedBy: 'release-rolled-back-by-alarm',
  },
  'release-latency': {
    severity: 'page',
    meaning: 'During a release, the p95 latency has been five times alarms.latencyP95Ms; ECS rolls it back.',
    firstLook: 'Compare the latency of the routes before and after the release.',
    threshold: {
      is: 'above',
      value: ({ alarms }) => 5 * alarms.latencyP95Ms,
      unit: 'milliseconds',
      reason:
        'Five times alarms.latencyP95Ms: a new task is slower for its first minute. Minutes with fewer than 20 requests do not count.',
    },
    periodMinutes: 1,
    breaching: 3,
    of: 5,
    missing: nothingHappened,
    exists: hasRollbackAlarms,
    notifiedBy: 'release-rolled-back-by-alarm',
  },
  'deployment-failed': {
    severity: 'ticket',
    meaning: 'A release of the live target has failed; the former version serves.',
    firstLook: 'Read the reason in the events of the service.',
    threshold: { is: 'at least', value: 1, unit: 'count', reason: 'Each failed release has a cause.' },
    ...once,
    exists: () => true,
  },
  'migration-failed': {
    severity: 'ticket',
    meaning: 'The migration of the database has failed, so the release has stopped before its first task.',
    firstLook: 'Read the reason in the event of the stack, then the log of the migration.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'A migration that failed must be repaired.',
    },
    ...once,
    exists: runsMigrations,
  },
  'export-failed': {
    severity: 'ticket',
    meaning: 'The nightly export has ended with an error.',
    firstLook: 'Read the last lines of the log of the export.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'One failed export is one night without a copy.',
    },
    ...once,
    exists: bundled,
  },
  'export-missing': {
    severity: 'ticket',
    meaning: 'No export has been completed for more than a day.',
    firstLook: 'Check whether the schedule of the export has started a task.',
    threshold: { is: 'below', value: 1, unit: 'count', reason: 'The export runs every night at 03:00 UTC.' },
    periodMinutes: 6 * 60,
    breaching: 5,
    of: 5,
    missing: neverAny,
    exists: bundled,
  },
} as const satisfies Record<string, AlarmDefinition>;

/** Backups and rotations. */
export const recoveryAlarms = {
  'rotation-failed': {
    severity: 'ticket',
    meaning: 'The rotation of the database login has failed; the present login stays valid.',
    firstLook: 'Read the log of the rotation function.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'Secrets Manager tries again; a second failure has the same cause.',
    },
    ...once,
    exists: () => true,
  },
  'backup-missing': {
    severity: 'ticket',
    meaning: 'No backup of the database has been completed for more than a day.',
    firstLook: 'Compare the latest restorable time of the instance with the present time.',
    threshold: { is: 'below', value: 1, unit: 'count', reason: 'RDS makes one every night.' },
    periodMinutes: 6 * 60,
    breaching: 5,
    of: 5,
    missing: neverAny,
    exists: () => true,
  },
} as const satisfies Record<string, AlarmDefinition>;
