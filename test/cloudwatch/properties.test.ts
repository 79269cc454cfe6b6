import { compositeAlarmProperties, metricAlarmProperties } from './properties';

const noMetric = {
  EvaluationPeriods: 3,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
};
const metric = { ...noMetric, Namespace: 'Shop', MetricName: 'Errors', Statistic: 'Sum', Period: 60 };
const query = (Id: string, Period = 60) => ({
  Id,
  ReturnData: false,
  MetricStat: { Metric: { Namespace: 'Shop', MetricName: Id }, Period, Stat: 'Sum' },
});
const expression = { Id: 'result', Expression: 'm1' };

test('an alarm that CloudWatch takes is read, with the defaults of CloudWatch', () => {
  expect(metricAlarmProperties('errors', metric)).toMatchObject({
    ActionsEnabled: true,
    TreatMissingData: 'missing',
    EvaluateLowSampleCountPercentile: 'evaluate',
  });
  expect(metricAlarmProperties('errors', { ...noMetric, Metrics: [expression, query('m1')] })).toMatchObject({
    Metrics: [{ ReturnData: true }, { ReturnData: false }],
  });
});

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
test.each([
  ['neither a metric nor queries', noMetric, 'an alarm has either MetricName or Metrics'],
  ['both', { ...metric, Metrics: [expression] }, 'an alarm has either MetricName or Metrics'],
  ['two statistics', { ...metric, ExtendedStatistic: 'p95' }, 'either Statistic or ExtendedStatistic'],
  ['a period of 10 seconds', { ...metric, Period: 10 }, 'Period: a period is a multiple of 60 seconds'],
  ['four of three', { ...metric, DatapointsToAlarm: 4 }, 'DatapointsToAlarm is not above EvaluationPeriods'],
  ['25 hours in minutes', { ...metric, EvaluationPeriods: 1500 }, 'is one day at most, or seven days'],
  ['eight days', { ...metric, Period: 86_400, EvaluationPeriods: 8 }, 'is one day at most, or seven days'],
  ['no result', { ...noMetric, Metrics: [query('m1')] }, 'exactly one of Metrics has ReturnData'],
  [
    'two results',
    { ...noMetric, Metrics: [expression, { ...expression, Id: 'other' }] },
    'exactly one of Metrics',
  ],
  [
    'uneven periods',
    { ...noMetric, Metrics: [expression, query('m1'), query('m2', 300)] },
    'have the same period',
  ],
  [
    'an id twice',
    { ...noMetric, Metrics: [expression, query('m1'), query('m1')] },
    'the ids of Metrics differ',
  ],
  [
    'an id in capitals',
    { ...noMetric, Metrics: [{ ...expression, Id: 'R' }] },
    'an id starts with a lowercase letter',
  ],
  [
    'a query of nothing',
    { ...noMetric, Metrics: [{ Id: 'result' }] },
    'a query has either Expression or MetricStat',
  ],
  [
    'eleven metrics',
    { ...noMetric, Metrics: [expression, ...Array.from({ length: 11 }, (_, index) => query(`m${index}`))] },
    'has 10 metrics at most',
  ],
  [
    'a wall clock window of two minutes',
    { ...metric, Period: 120, EvaluationWindow: { WallClockWindow: {} } },
    'a wall clock window has a period of a minute, five minutes, an hour or a day',
  ],
  [
    'what the model does not evaluate',
    { ...metric, ThresholdMetricId: 'band' },
    'Unrecognized key: "ThresholdMetricId"',
  ],
])('an alarm with %s is refused', (_, properties, message) => {
  expect(() => metricAlarmProperties('errors', properties)).toThrow(message);
  expect(() => metricAlarmProperties('errors', properties)).toThrow('Alarm errors: ');
});

test('seven days in hours and one day in minutes are taken', () => {
  expect(metricAlarmProperties('week', { ...metric, Period: 3600, EvaluationPeriods: 168 })).toBeDefined();
  expect(metricAlarmProperties('day', { ...metric, EvaluationPeriods: 1440 })).toBeDefined();
});

test('a composite alarm with a property that the model does not evaluate is refused', () => {
  expect(compositeAlarmProperties('down', { AlarmRule: 'TRUE' })).toMatchObject({ ActionsEnabled: true });
  expect(() => compositeAlarmProperties('down', { AlarmRule: 'TRUE', Threshold: 1 })).toThrow(
    'Alarm down: Unrecognized key: "Threshold".',
  );
});
