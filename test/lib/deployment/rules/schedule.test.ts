import { testRules } from '../rule-cases';

testRules('schedule', [
  {
    rule: 'there are hours between start and stop',
    passes: { schedule: { start: 20, stop: 6, timeZone: 'Europe/Berlin' } },
    fails: { schedule: { start: 8, stop: 8 } },
    at: 'schedule.stop',
    because: /another hour than start, 8/,
    instead: /no schedule/,
  },
]);
