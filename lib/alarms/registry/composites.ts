import { always, type CompositeDefinition } from '../definition';
import { hasRollbackAlarms } from '../target-facts';

/** Alarms on the states of other alarms. They notify in place of these. */
export const compositeAlarms = {
  'shop-down': {
    severity: 'page',
    meaning:
      'Customers cannot use the shop. The message names the alarms that are on; they send none themselves.',
    firstLook: 'Take the first alarm that the message names.',
    when: 'any of its alarms is on',
    exists: always,
  },
  'release-rolled-back-by-alarm': {
    severity: 'page',
    meaning: 'A rollback alarm is on: ECS rolls back a release that is in progress.',
    firstLook: 'Check whether a release is in progress; without one, the running version has the fault.',
    when: 'any of its alarms is on',
    exists: hasRollbackAlarms,
  },
  'availability-burn': {
    severity: 'page',
    meaning:
      'Requests fail so often that 2 % of the monthly budget are used in an hour, or 5 % in six hours; or CloudFront answers too many with a 5xx.',
    firstLook: 'See which routes fail, and since when.',
    when: 'both windows of fast, both windows of medium, or edge-server-errors are on',
    exists: always,
  },
  'availability-slow-burn': {
    severity: 'ticket',
    meaning: 'Requests fail so often that 10 % of the monthly budget are used in a day.',
    firstLook: 'See which routes fail, and since when.',
    when: 'both windows of slow are on',
    exists: always,
  },
  'latency-burn': {
    severity: 'ticket',
    meaning:
      'More requests than alarms.latencyP95Ms allows are slow: most in an hour, a third in six hours, or 15 % in a day.',
    firstLook: 'Find the slowest routes in the log, then compare the CPU of tasks and database.',
    when: 'both windows of fast, of medium or of slow are on',
    exists: always,
  },
} as const satisfies Record<string, CompositeDefinition>;
