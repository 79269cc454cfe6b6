import { reported, testRules } from '../rule-cases';

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

test.each([
  ['europe/berlin', "'Europe/Berlin'"],
  ['Europe/BERLIN', "'Europe/Berlin'"],
  ['asia/Kolkata', "'Asia/Calcutta'"],
  ['america/new york', "'America/New_York'"],
  ['+01:00', "'Europe/Berlin', for instance"],
  ['Berlin', "'Europe/Berlin', for instance"],
])('the time zone %s is refused', (timeZone, instead) => {
  expect(reported({ schedule: { start: 7, stop: 19, timeZone } })).toEqual([
    ['schedule.timeZone', 'must be an IANA time zone', instead],
  ]);
});

test.each([
  'UTC',
  'GMT',
  'CET',
  'Asia/Kolkata',
  'Etc/GMT+9',
  'America/Port-au-Prince',
  'America/Argentina/Buenos_Aires',
])('the time zone %s is taken', (timeZone) => {
  expect(reported({ schedule: { start: 7, stop: 19, timeZone } })).toEqual([]);
});
