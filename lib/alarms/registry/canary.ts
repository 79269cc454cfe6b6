import type { AlarmDefinition, Exists, Watched } from '../definition';

const hasCanary: Exists = ({ alarms }) => typeof alarms.canaryMinutes === 'number';

const canaryPeriod = ({ alarms: { canaryMinutes } }: Watched) =>
  typeof canaryMinutes === 'number' ? canaryMinutes : 60;

/** Visits from outside. */
export const canaryAlarms = {
  'canary-failed': {
    severity: 'page',
    meaning: 'Two visits of the canary in a row have failed, so customers cannot use the shop.',
    firstLook: 'Read which step has failed in the report of the canary.',
    threshold: { is: 'below', value: 100, unit: 'percent', reason: 'A visit passes or fails as a whole.' },
    periodMinutes: canaryPeriod,
    breaching: 2,
    of: 2,
    missing: { as: 'notBreaching', reason: 'A canary that is paused makes no visits.' },
    exists: hasCanary,
    notifiedBy: 'shop-down',
  },
} as const satisfies Record<string, AlarmDefinition>;

/** Messages themselves. */
export const messageAlarms = {
  'alarm-undelivered': {
    severity: 'ticket',
    meaning: 'The webhook did not take a message of an alarm, although it was sent three times.',
    firstLook: 'Read the log of the webhook function, then the messages in its queue.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'Each message that is lost may be a page.',
    },
    periodMinutes: 5,
    breaching: 1,
    of: 1,
    missing: { as: 'notBreaching', reason: 'SQS reports nothing of a queue that is empty for hours.' },
    exists: ({ alarms }) => alarms.webhook !== undefined,
  },
} as const satisfies Record<string, AlarmDefinition>;
