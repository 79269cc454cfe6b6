import { testRules } from '../rule-cases';

testRules('schedule', [
  {
    rule: 'there are hours between start and stop',
    passes: { schedule: { start: 20, stop: 6, timeZone: 'Europe/Berlin' } },
    fails: { schedule: { start: 8, stop: 8 } },
    at: 'schedule.stop',
    because:
      'must differ from schedule.start, which is 8: the deployment would start and stop at the same time',
    instead: 'the hour it stops, or no schedule to run at all hours',
  },
]);
