import { breaches, stateFrom, type Breaches } from './evaluation';
import type { State } from './rule';

/** The data points of an evaluation range as the documentation writes them, newest on the right. */
const range = (text: string): Breaches =>
  text.split(' ').map((point) => (point === '-' ? undefined : point === 'X'));

const rules = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** What a cell of the tables says; `kept` is "Retain current state". */
type Cell = State | 'kept';

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html:
 * both tables, EvaluationPeriods 3, an evaluation range of 5, in their order of columns. */
const threeOfThree: [points: string, ...cells: [Cell, Cell, Cell, Cell]][] = [
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'INSUFFICIENT_DATA', 'kept', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', 'kept', 'ALARM', 'OK'],
  // "The alarm does not go immediately into ALARM state when the data is either of these."
  ['- - - - X', 'INSUFFICIENT_DATA', 'kept', 'ALARM', 'OK'],
  ['- - - X -', 'INSUFFICIENT_DATA', 'kept', 'ALARM', 'OK'],
  // A row of an older edition of the page.
  ['X - - - -', 'ALARM', 'kept', 'ALARM', 'OK'],
];

const twoOfThree: typeof threeOfThree = [
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', 'kept', 'ALARM', 'OK'],
  // A row of an older edition of the page.
  ['- - - - X', 'INSUFFICIENT_DATA', 'kept', 'ALARM', 'OK'],
];

const cases = [
  ...threeOfThree.map(([points, ...cells]) => [3, points, cells] as const),
  ...twoOfThree.map(([points, ...cells]) => [2, points, cells] as const),
].flatMap(([needed, points, cells]) =>
  rules.flatMap((rule, column) =>
    (['OK', 'ALARM'] as const).map((current) => {
      const cell = cells[column] ?? 'kept';
      return [needed, points, rule, current, cell === 'kept' ? current : cell] as const;
    }),
  ),
);

test.each(cases)(
  '%i of 3 data points, "%s", missing data treated as %s, in state %s: goes to %s',
  (needed, points, rule, current, expected) => {
    const alarm = { EvaluationPeriods: 3, DatapointsToAlarm: needed, TreatMissingData: rule };
    expect(stateFrom(range(points), current, alarm)).toBe(expected);
  },
);

describe('the figure of "Evaluating an alarm": threshold 3, three of three periods', () => {
  const alarm = { EvaluationPeriods: 3, TreatMissingData: 'missing' } as const;
  const figure = range('0 0 X X X 0 0 0 X 0');

  test.each([
    [5, 'ALARM'],
    [6, 'OK'],
    [9, 'OK'],
  ] as const)('in period %i the state is %s', (period, state) => {
    expect(stateFrom(figure.slice(0, period), 'OK', alarm)).toBe(state);
  });
});

test.each([
  ['GreaterThanOrEqualToThreshold', [false, true, true]],
  ['GreaterThanThreshold', [false, false, true]],
  ['LessThanThreshold', [true, false, false]],
  ['LessThanOrEqualToThreshold', [true, true, false]],
] as const)('%s with threshold 5 judges 4, 5 and 6', (ComparisonOperator, expected) => {
  expect([4, 5, 6].map((value) => breaches(value, { ComparisonOperator, Threshold: 5 }))).toEqual(expected);
});
