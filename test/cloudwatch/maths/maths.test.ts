import { evaluateMath } from './evaluate';
import type { MissingOperand } from './operators';
import { parseExpression } from './parse';
import { series, type Series, type Value } from './value';

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html */

const _ = undefined;
const monday = Date.parse('2026-03-02T10:30:00Z') / 1000;

function evaluate(
  expression: string,
  metrics: Readonly<Record<string, Series>> = {},
  missingOperand: MissingOperand = 'zero',
): Value {
  const places = Object.values(metrics)[0]?.length ?? 3;
  const request = {
    timestamps: Array.from({ length: places }, (_none, index) => monday + index * 300),
    period: 300,
    metrics: new Map(Object.entries(metrics)),
    missingOperand,
  };
  const metric = (id: string) => metrics[id] && series(metrics[id]);
  return evaluateMath(parseExpression(expression), request, metric);
}

const valuesOf = (...of: Parameters<typeof evaluate>): Series => {
  const value = evaluate(...of);
  return value.kind === 'series' ? value.values : [];
};

const numberOf = (expression: string, metrics?: Readonly<Record<string, Series>>): number | undefined => {
  const value = evaluate(expression, metrics);
  return value.kind === 'scalar' ? value.value : NaN;
};

describe('an expression is read with the usual precedence', () => {
  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['2 * 3 ^ 2', 18],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['10 - 4 - 3', 3],
    ['12 / 3 / 2', 2],
    ['1.5e2 + .5', 150.5],
    ['1 + 1 == 2', 1],
    ['1 < 2 AND 2 < 1', 0],
    ['1 == 1 || 1 == 2 && 1 == 3', 1],
    ['3 >= 3 && 3 <= 3 && 3 != 4', 1],
  ])('%s is %d', (expression, expected) => {
    expect(numberOf(expression)).toBe(expected);
  });
});

describe('comparison and logical operators (the table of the page)', () => {
  const metrics = { metric1: [30, 20, 0, 0], metric2: [20, _, 20, _] };
  test.each([
    ['(metric1 < metric2)', [0, 0, 1, 0]],
    ['(metric1 >= 30)', [1, 0, 0, 0]],
    ['(metric1 > 15 AND metric2 > 15)', [1, 0, 0, 0]],
  ])('%s', (expression, expected) => {
    expect(valuesOf(expression, metrics)).toEqual(expected);
  });
});

describe('IF (the tables of "Using IF expressions")', () => {
  const metrics = { metric1: [1, 1, 0, 0, _], metric2: [30, _, 0, 0, 30], metric3: [0, 0, 20, _, 20] };
  test.each([
    ['IF(metric1, metric2, metric3)', [30, 0, 20, _, _]],
    ['IF(metric1, 5, metric3)', [5, 5, 20, _, _]],
    ['IF(metric1, metric2, 5)', [30, 0, 5, 5, _]],
    ['IF(metric1, metric2)', [30, 0, _, _, _]],
    ['IF(-1, metric3, metric2)', [0, 0, 20, _, 20]],
    ['IF(0, metric3, metric2)', [30, _, 0, 0, 30]],
    ['IF(0, metric3)', [_, _, _, _, _]],
    ['IF(metric3 < 10, 10, 2)', [10, 10, 2, _, 2]],
  ])('%s', (expression, expected) => {
    expect(valuesOf(expression, metrics)).toEqual(expected);
  });
});

describe('arithmetic', () => {
  const metrics = { m1: [6, _, 4, _], m2: [3, 5, _, _] };

  test('a missing value counts as 0, and no value at all is no data point', () => {
    expect(valuesOf('m1 + m2', metrics)).toEqual([9, 5, 4, _]);
    expect(valuesOf('m1 * 100', metrics)).toEqual([600, _, 400, _]);
    expect(valuesOf('-m1', metrics)).toEqual([-6, _, -4, _]);
  });

  test('a data point that divides by zero is dropped', () => {
    expect(valuesOf('m1 / m2', metrics)).toEqual([2, 0, _, _]);
    expect(valuesOf('100 / m1', { m1: [4, 0] })).toEqual([25, _]);
  });

  test('with the other assumption a missing value leaves a gap', () => {
    expect(valuesOf('m1 + m2', metrics, 'gap')).toEqual([9, _, _, _]);
    expect(valuesOf('m1 > m2', metrics, 'gap')).toEqual([1, _, _, _]);
  });

  test('an array is calculated with series by series', () => {
    expect(valuesOf('SUM(100 / [m1, m2])', { m1: [4, 2], m2: [5, 10] })).toEqual([45, 60]);
    expect(valuesOf('AVG([m1, m2] / m3)', { m1: [4, 2], m2: [8, 6], m3: [2, 2] })).toEqual([3, 2]);
    expect(valuesOf('MAX(METRICS() * 100)', { m1: [4, 2], m2: [5, 1] })).toEqual([500, 200]);
  });
});

describe('functions', () => {
  const metrics = { m1: [1, _, 5, 2], m2: [3, 4, _, _] };
  test.each<[string, Series]>([
    ['FILL(m1, 10)', [1, 10, 5, 2]],
    ['FILL(m2, REPEAT)', [3, 4, 4, 4]],
    ['FILL(m1, LINEAR)', [1, 3, 5, 2]],
    ['FILL(m2, LINEAR)', [3, 4, _, _]],
    ['FILL(m1, MIN(m1))', [1, 1, 5, 2]],
    ['SUM(FILL(METRICS(), 1))', [4, 5, 6, 3]],
    ['FIRST(FILL([m1], m2))', [1, 4, 5, 2]],
    ['MAX([m1, m2])', [3, 4, 5, 2]],
    ['MIN([m1, m2])', [1, 4, 5, 2]],
    ['SUM([m1, m2])', [4, 4, 5, 2]],
    // "Missing values are treated as 0."
    ['AVG([m1, m2])', [2, 2, 2.5, 1]],
    ['DATAPOINT_COUNT([m1, m2])', [2, 1, 1, 1]],
    ['STDDEV([m1, m2])', [1, 0, 0, 0]],
    ['ABS(m1 - 3)', [2, _, 2, 1]],
    ['CEIL(m1 / 2)', [1, _, 3, 1]],
    ['FLOOR(m1 / 2)', [0, _, 2, 1]],
    ['LOG10(m1 * 10) - LOG10(m1)', [1, _, 1, 1]],
    ['LOG(m1 - 1)', [_, _, Math.log(4), 0]],
    // "The difference between each value and the preceding value from that time series."
    ['DIFF(m1)', [_, _, 4, -3]],
    ['DIFF_TIME(m1)', [_, _, 600, 300]],
    ['RATE(m1)', [_, _, 4 / 600, -3 / 300]],
    ['RUNNING_SUM(m1)', [1, _, 6, 8]],
    ['m1 / PERIOD(m1)', [1 / 300, _, 5 / 300, 2 / 300]],
    ['TIME_SERIES(MAX(m1))', [5, 5, 5, 5]],
    ['m1 - MIN(m1)', [0, _, 4, 1]],
    ['m1 - m1 + SUM(m1) / DATAPOINT_COUNT(m1)', [8 / 3, _, 8 / 3, 8 / 3]],
    ['m1 / METRIC_COUNT(METRICS())', [0.5, _, 2.5, 1]],
    ['LAST([m1, m2])', [3, 4, _, _]],
    ['SUM(METRICS("2"))', [3, 4, _, _]],
    ['SUM([METRICS("m1"), METRICS("m2")])', [4, 4, 5, 2]],
    ['FIRST(REMOVE_EMPTY([m1 / 0, m2]))', [3, 4, _, _]],
    ['MINUTE(m1)', [30, 35, 40, 45]],
    ['HOUR(m1)', [10, 10, 10, 10]],
    // Monday is 1: "IF(DAY(m1)<6,m1) returns metrics only from weekdays, Monday to Friday."
    ['DAY(m1)', [1, 1, 1, 1]],
    ['DATE(m1) + MONTH(m1) * 100 + YEAR(m1) * 10000', [20260302, 20260302, 20260302, 20260302]],
    ['EPOCH(m1)', [monday, monday + 300, monday + 600, monday + 900]],
  ])('%s', (expression, expected) => {
    const values = valuesOf(expression, metrics);
    expect(values).toHaveLength(expected.length);
    for (const [index, value] of expected.entries())
      if (value === undefined) expect(values[index]).toBeUndefined();
      else expect(values[index]).toBeCloseTo(value, 9);
  });

  test('over one time series a summary is a number', () => {
    expect(numberOf('SUM(m1)', metrics)).toBe(8);
    expect(numberOf('DATAPOINT_COUNT(m2)', metrics)).toBe(2);
    expect(numberOf('AVG(m1)', metrics)).toBe(2);
  });

  test('Sunday is day 7', () => {
    const request = {
      timestamps: [monday - 86_400],
      period: 300,
      metrics: new Map(),
      missingOperand: 'zero' as const,
    };
    expect(evaluateMath(parseExpression('DAY(m1)'), request, () => series([1]))).toEqual(series([7]));
  });
});

describe('what is no metric math is refused with its place', () => {
  const metrics = { m1: [1, 2], m2: [3, 4] };
  test.each([
    ['m1 +', 'expected a value at position 4, found the end'],
    ['(m1', 'expected ")" at position 3, found the end'],
    ['m1 m2', 'expected an operator or the end at position 3, found "m2"'],
    ['m1 % 2', '"%" at position 3 is not part of an expression'],
    ['m3 * 2', 'no metric or expression has the id "m3"'],
    ['MEDIAN(m1)', 'the function MEDIAN is unknown to this model'],
    ['SEARCH("x", "Sum", 300)', 'the function SEARCH is unknown to this model'],
    ['REPEAT', '"REPEAT" is no value'],
    ['"m1"', 'the text "m1" is no value'],
    ['FILL(m1)', 'FILL lacks argument 2'],
    ['FILL(m1, m2)', 'a time series is filled with a number, REPEAT or LINEAR'],
    ['FILL(3, 1)', 'FILL: expected a time series or an array of them, found a number'],
    ['IF(1, 2, 3)', 'IF: the condition or one of the two values must be a time series'],
    ['IF(m1, [m2], 1)', 'IF: expected numbers and time series, found an array of time series'],
    ['[m1, m2] > 1', '">" compares time series or numbers, found an array of time series and a number'],
    ['[m1, m2] + [m2, m1]', '"+" takes one array of time series at most, found two'],
    ['[m1, 3]', 'a list holds time series, found a number'],
    ['PERIOD(m1 + m2)', 'PERIOD takes the id of a metric'],
    ['TIME_SERIES(m1)', 'TIME_SERIES takes a number, found a time series'],
    ['METRICS(m1)', 'METRICS takes a text in quotes or nothing'],
    ['MAX(3)', 'MAX takes a time series, found a number'],
    ['HOUR([m1])', 'HOUR takes a time series, found an array of time series'],
    ['ABS()', 'ABS lacks argument 1'],
  ])('%s: %s', (expression, message) => {
    expect(() => evaluate(expression, metrics)).toThrow(message);
  });
});
