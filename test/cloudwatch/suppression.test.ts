import type { State } from './rule';
import { Suppression, type Taken } from './suppression';

/* The six examples of "Suppressing composite alarm actions": WaitPeriod is 2 units of time and
 * ExtensionPeriod is 3. The image of each example has time on its axis, so the texts are the source.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html */

/** The states from time 1 on; a change is written as [time, state]. Both alarms begin in OK. */
function run(composite: [number, State][], suppressor: [number, State][]): readonly Taken[] {
  const at = (changes: [number, State][], time: number): State =>
    changes.findLast(([since]) => since <= time)?.[1] ?? 'OK';
  const suppression = new Suppression('OK', 2, 3);
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((time) =>
    suppression.step(time, at(composite, time), at(suppressor, time)),
  );
}

test('example 1: actions are not suppressed after the WaitPeriod', () => {
  expect(run([[2, 'ALARM']], [])).toEqual([{ time: 4, state: 'ALARM' }]);
});

test('example 2: the suppressor goes into ALARM before the WaitPeriod ends', () => {
  expect(run([[2, 'ALARM']], [[3, 'ALARM']])).toEqual([]);
});

test('example 3: a change of state during the WaitPeriod starts a new one', () => {
  const changes: [number, State][] = [
    [2, 'ALARM'],
    [3, 'OK'],
  ];
  expect(run(changes, [])).toEqual([{ time: 5, state: 'OK' }]);
});

test('example 4: the suppressor is already in ALARM', () => {
  expect(run([[2, 'ALARM']], [[1, 'ALARM']])).toEqual([]);
});

const suppressedFromThreeToSix: [number, State][] = [
  [3, 'ALARM'],
  [6, 'OK'],
];

test('example 5: actions are taken when the ExtensionPeriod ends', () => {
  expect(run([[2, 'ALARM']], suppressedFromThreeToSix)).toEqual([{ time: 9, state: 'ALARM' }]);
});

test('example 6: a change of state during the ExtensionPeriod starts a WaitPeriod', () => {
  const changes: [number, State][] = [
    [2, 'ALARM'],
    [7, 'OK'],
  ];
  expect(run(changes, suppressedFromThreeToSix)).toEqual([{ time: 9, state: 'OK' }]);
});

test('actions that were taken before the suppressor went into ALARM are not taken again', () => {
  const changes: [number, State][] = [
    [5, 'ALARM'],
    [7, 'OK'],
  ];
  expect(run([[2, 'ALARM']], changes)).toEqual([{ time: 4, state: 'ALARM' }]);
});

test('a suppressor that goes into ALARM as the WaitPeriod ends comes too late', () => {
  expect(run([[2, 'ALARM']], [[4, 'ALARM']])).toEqual([{ time: 4, state: 'ALARM' }]);
});

test('without a WaitPeriod the actions are taken at once', () => {
  const suppression = new Suppression('OK', 0, 0);
  expect(suppression.step(1, 'ALARM', 'OK')).toEqual([{ time: 1, state: 'ALARM' }]);
  expect(suppression.step(2, 'ALARM', 'OK')).toEqual([]);
});
