import { distributionOf, significantCount, simpleStatistics, summaryOf, type Sample } from './statistics';

const oneToHundred: Sample = { values: Array.from({ length: 100 }, (_, index) => index + 1) };
const of = (statistic: string, ...samples: Sample[]) => distributionOf(statistic)(samples);

describe('the simple statistics', () => {
  const set = summaryOf({ values: [2, 8], counts: [3, 1] });
  test.each([
    ['Sum', 14],
    ['Average', 3.5],
    ['Minimum', 2],
    ['Maximum', 8],
    ['SampleCount', 4],
  ])('%s of 2, 2, 2 and 8 is %d', (name, expected) => {
    expect(set && simpleStatistics[name]?.(set)).toBe(expected);
  });

  test('a statistic set stands for itself, and an empty one is no data point', () => {
    const sum = { sum: 9, count: 3, minimum: 1, maximum: 5 };
    expect(summaryOf(sum)).toEqual(sum);
    expect(summaryOf({ ...sum, count: 0 })).toBeUndefined();
    expect(summaryOf({ values: [] })).toBeUndefined();
  });
});

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
describe('the statistics of a distribution', () => {
  test.each([
    // "95 percent of the data is lower than this value."
    ['p95', 95],
    ['p50', 50],
    ['p100', 100],
    // "The mean after removing the 10% of data points with the highest values": 1 to 90.
    ['tm90', 45.5],
    // "After removing the 2% lowest data points and the 2% highest": 3 to 98.
    ['TM(2%:98%)', 50.5],
    ['tc90', 90],
    ['ts90', 4095],
    // "TS(80%:) returns the sum, not including data points in the lowest 80%": 81 to 100.
    ['TS(80%:)', 1810],
    ['IQM', 50.5],
    // "PR(:300) returns the percentage of data points that have a value of 300 or less."
    ['PR(:30)', 30],
    // "Exclusive of the lower bound and inclusive of the upper bound."
    ['PR(10:20)', 10],
    ['PR(90:)', 10],
    ['TC(10:20)', 10],
  ])('%s of 1 to 100 is %d', (statistic, expected) => {
    expect(of(statistic, oneToHundred)).toBeCloseTo(expected, 9);
  });

  test('takes the values of all minutes of a period together, each as often as it was published', () => {
    expect(of('p95', { values: [5], counts: [18] }, { values: [900, 7] })).toBe(7);
    expect(of('p95', { values: [5], counts: [18] }, { values: [900, 900] })).toBe(900);
  });

  test('a percentile between two values is the higher one', () => {
    expect(of('p95', { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })).toBe(10);
  });

  test('a value that was published no time is none', () => {
    expect(of('p50', { values: [5], counts: [0] })).toBeUndefined();
    expect(summaryOf({ values: [5], counts: [0] })).toBeUndefined();
  });

  test('a part of a value can lie within the bounds of a trimmed count', () => {
    expect(of('TC(0%:50%)', { values: [1, 2, 3] })).toBe(1.5);
  });

  test('no value within the bounds gives no data point, but 0 % of a percentile rank', () => {
    expect(of('TM(500:)', oneToHundred)).toBeUndefined();
    expect(of('PR(500:)', oneToHundred)).toBe(0);
  });

  test('an unknown statistic, a statistic set and uneven counts are refused', () => {
    expect(() => of('median', oneToHundred)).toThrow('The statistic median is unknown to this model.');
    expect(() => of('p95', { sum: 1, count: 1, minimum: 1, maximum: 1 })).toThrow('has no percentiles');
    expect(() => of('p95', { values: [1, 2], counts: [1] })).toThrow('2 values have 1 counts');
  });
});

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html */
test.each([
  // "If there were fewer than 1000 samples for an alarm on a p99 percentile."
  ['p99', 1000],
  ['p95', 200],
  ['p90', 100],
  ['p50', 20],
  ['p10', 100],
  ['Average', undefined],
])('%s is significant from %p values on', (statistic, count) => {
  expect(significantCount(statistic)).toBe(count);
});
