import { alarmed, pages, replay, type ReplayOptions } from './replay';
import type { CloudFormationTemplate, Templates } from './template';
import { between, delayed, perMinute, silence, steady, worldOf, type Stream, type World } from './world';

const from = '2026-03-02T00:00:00Z';
const start = Date.parse(from) / 1000;
const at = (minute: number): number => start + minute * 60;
const topic = { Ref: 'Topic' };

const errors = {
  Namespace: 'Shop',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 5,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: [topic],
};

const alarm = (properties: object) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: { ...errors, ...properties },
});
const composite = (properties: object) => ({
  Type: 'AWS::CloudWatch::CompositeAlarm',
  Properties: properties,
});
const stack = (Resources: CloudFormationTemplate['Resources']): Templates => ({ shop: { Resources } });

const errorsAre = (stream: Stream): World => worldOf([{ namespace: 'Shop', metricName: 'Errors', stream }]);
/** Nine errors a minute from one minute up to another, none at other times. */
const burst = (first: number, last: number): Stream => between(at(first), at(last), steady(9), steady(0));

const changesOf = (templates: Templates, world: World, options: Partial<ReplayOptions> = {}) =>
  replay(templates, world, { from, minutes: 30, ...options });

/** The changes of the only alarm after the first evaluation, such as "7 ALARM". */
function story(properties: object, stream: Stream, options?: Partial<ReplayOptions>): readonly string[] {
  const { changes } = changesOf(stack({ A: alarm(properties) }), errorsAre(stream), options);
  return (changes.get('A') ?? []).map(({ minute, to }) => `${minute} ${to}`);
}

describe('when an alarm changes its state', () => {
  test('one period: at the end of the minute that breaches, and of the first that does not', () => {
    expect(story({}, burst(10, 13))).toEqual(['0 OK', '11 ALARM', '14 OK']);
  });

  test('two of three periods: with the second breaching minute', () => {
    const properties = { EvaluationPeriods: 3, DatapointsToAlarm: 2 };
    expect(story(properties, burst(10, 13))).toEqual(['0 OK', '12 ALARM', '15 OK']);
  });

  test('a sliding window ends at each evaluation, whatever the length of its period', () => {
    expect(story({ Period: 300 }, burst(11, 12))).toEqual(['0 OK', '12 ALARM', '17 OK']);
  });

  test('a wall clock window ends at a multiple of its period', () => {
    const properties = { Period: 300, EvaluationWindow: { WallClockWindow: {} } };
    expect(story(properties, burst(11, 12))).toEqual(['0 OK', '15 ALARM', '20 OK']);
  });

  test('periods of more than a day are evaluated at the full hour', () => {
    const properties = { Period: 86_400, EvaluationPeriods: 2, DatapointsToAlarm: 1 };
    expect(story(properties, burst(11, 12), { minutes: 200 })).toEqual(['0 OK', '60 ALARM']);
  });

  test('data that arrives late is seen late, and a part of a period is judged as it stands', () => {
    const late = delayed(burst(10, 13), 120);
    expect(story({}, late)).toEqual(['0 OK', '13 ALARM', '16 OK']);
    expect(story({ Period: 300, Threshold: 20 }, late)).toEqual(['0 OK', '15 ALARM', '16 OK']);
  });

  test('data from before the first evaluation counts', () => {
    expect(story({}, burst(-1, 0))).toEqual(['0 ALARM', '1 OK']);
  });
});

describe('missing data', () => {
  const stops: Stream = between(at(0), at(10), steady(0), silence);

  test('breaching: real data points further back are used up first', () => {
    const properties = { TreatMissingData: 'breaching' };
    expect(story(properties, stops)).toEqual(['0 ALARM', '1 OK', '13 ALARM']);
    expect(story(properties, stops, { extraDatapoints: 4 })).toEqual(['0 ALARM', '1 OK', '15 ALARM']);
  });

  test('missing: the state becomes INSUFFICIENT_DATA, with the actions of that state', () => {
    const properties = { TreatMissingData: 'missing', InsufficientDataActions: [topic] };
    expect(story(properties, stops)).toEqual(['1 OK', '13 INSUFFICIENT_DATA']);
    const { actions } = changesOf(stack({ A: alarm(properties) }), errorsAre(stops));
    expect(actions).toEqual([
      { minute: 13, alarm: 'A', state: 'INSUFFICIENT_DATA', actions: ['{"Ref":"Topic"}'] },
    ]);
  });

  test('ignore: the state stays', () => {
    expect(story({ TreatMissingData: 'ignore' }, stops)).toEqual(['1 OK']);
  });
});

describe('a percentile of few values', () => {
  const slow = { Statistic: undefined, ExtendedStatistic: 'p95', Threshold: 2 };
  /** Each minute so many requests take one second, and from minute 10 on three. */
  const requests = (count: number): Stream =>
    perMinute((time) => ({ values: [time < at(10) ? 1 : 3], counts: [count] }));

  test('is judged by default', () => {
    expect(story(slow, requests(20))).toEqual(['0 OK', '11 ALARM']);
  });

  test('leaves the state as it is when the alarm ignores it: below 200 values for p95', () => {
    const properties = { ...slow, EvaluateLowSampleCountPercentile: 'ignore', EvaluationPeriods: 2 };
    expect(story(properties, requests(99))).toEqual([]);
    expect(story(properties, requests(100))).toEqual(['0 OK', '12 ALARM']);
  });

  test('without any value the rule for missing data decides', () => {
    const properties = { ...slow, EvaluateLowSampleCountPercentile: 'ignore' };
    expect(story(properties, silence)).toEqual(['0 OK']);
  });
});

describe('an alarm on a math expression', () => {
  const query = (Id: string, MetricName: string) => ({
    Id,
    ReturnData: false,
    MetricStat: { Metric: { Namespace: 'Shop', MetricName }, Period: 60, Stat: 'Sum' },
  });
  const withQueries = (...Metrics: object[]) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Metrics,
      EvaluationPeriods: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    },
  });
  const percent = withQueries(
    { Id: 'result', Expression: 'IF(requests >= 20, share)' },
    { Id: 'share', Expression: '100 * errors / requests', ReturnData: false },
    query('errors', 'Errors'),
    query('requests', 'Requests'),
  );
  const world = (failed: number, served: number): World =>
    worldOf([
      { namespace: 'Shop', metricName: 'Errors', stream: burst(10, 12) },
      {
        namespace: 'Shop',
        metricName: 'Requests',
        stream: between(at(10), at(11), steady(served), steady(failed)),
      },
    ]);

  test('reads other expressions by id', () => {
    expect(alarmed(changesOf(stack({ A: percent }), world(1000, 100)), 'A')).toEqual([11]);
    expect(alarmed(changesOf(stack({ A: percent }), world(1000, 19)), 'A')).toEqual([]);
  });

  test.each([
    [
      [
        { Id: 'a', Expression: 'b' },
        { Id: 'b', Expression: 'a', ReturnData: false, Period: 60 },
      ],
      'a → b → a is a circle',
    ],
    [
      [{ Id: 'a', Expression: 'SUM(errors)' }, query('errors', 'Errors')],
      'an alarm watches one time series, found a number',
    ],
    [
      [{ Id: 'a', Expression: 'orders' }, query('errors', 'Errors')],
      'no metric or expression has the id "orders"',
    ],
    [[{ Id: 'a', Expression: 'TIME_SERIES(1)' }], 'no metric and no expression has a Period'],
  ])('is refused with the name of the alarm', (queries, message) => {
    const run = () => changesOf(stack({ A: withQueries(...queries) }), errorsAre(steady(1)));
    expect(run).toThrow('Alarm A: ');
    expect(run).toThrow(message);
  });
});

describe('composite alarms', () => {
  const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const either = joined('ALARM("', arn('A'), '") OR ALARM("slow pages")');
  const resources = {
    A: alarm({}),
    B: alarm({ AlarmName: 'slow pages', Threshold: 50 }),
    C: composite({ AlarmRule: either, AlarmActions: [topic], OKActions: [topic] }),
  };

  test('follows its alarms in the same minute and takes actions for each change', () => {
    const replayed = changesOf(stack(resources), errorsAre(burst(10, 12)));
    expect(alarmed(replayed, 'C')).toEqual([11]);
    expect(
      replayed.actions.filter(({ alarm: name }) => name === 'C').map(({ minute, state }) => [minute, state]),
    ).toEqual([
      [0, 'OK'],
      [11, 'ALARM'],
      [13, 'OK'],
    ]);
  });

  test('reads another composite that stands after it', () => {
    const outer = composite({ AlarmRule: joined('NOT OK("', arn('C'), '")') });
    expect(alarmed(changesOf(stack({ 0: outer, ...resources }), errorsAre(burst(10, 12))), '0')).toEqual([
      11,
    ]);
  });

  test('reads an alarm of another stack through its output', () => {
    const output = {
      'Fn::GetStackOutput': { StackName: 'service', OutputName: 'Alarm', Region: 'eu-west-1' },
    };
    const templates = {
      service: { Resources: { A: alarm({}) }, Outputs: { Alarm: { Value: arn('A') } } },
      operations: { Resources: { C: composite({ AlarmRule: joined('ALARM("', output, '")') }) } },
    };
    expect(alarmed(changesOf(templates, errorsAre(burst(10, 12))), 'C')).toEqual([11]);
  });

  test('an ARN with the name of the alarm stands for it', () => {
    const name = joined(
      'arn:',
      { Ref: 'AWS::Partition' },
      ':cloudwatch:eu-west-1:123456789012:alarm:slow pages',
    );
    const rule = joined('NOT ALARM("', name, '")');
    expect(
      alarmed(
        changesOf(stack({ ...resources, D: composite({ AlarmRule: rule }) }), errorsAre(steady(0))),
        'D',
      ),
    ).toEqual([0]);
  });

  test('of two stacks with an alarm of the same name each refers to its own', () => {
    const named = (Threshold: number) => ({
      Resources: {
        A: alarm({ AlarmName: 'errors', Threshold }),
        C: composite({ AlarmName: `above ${Threshold}`, AlarmRule: 'ALARM("errors")' }),
      },
    });
    const replayed = changesOf({ one: named(5), other: named(50) }, errorsAre(burst(10, 12)));
    expect(alarmed(replayed, 'above 5')).toEqual([11]);
    expect(alarmed(replayed, 'above 50')).toEqual([]);
    expect(alarmed(replayed, 'one/errors')).toEqual([11]);
  });

  test('is muted by its suppressor, and pages when that is over', () => {
    const muted = composite({
      AlarmRule: joined('ALARM("', arn('A'), '")'),
      AlarmActions: [topic],
      ActionsSuppressor: arn('B'),
      ActionsSuppressorWaitPeriod: 120,
      ActionsSuppressorExtensionPeriod: 90,
    });
    const quiet = alarm({ AlarmActions: [] });
    const calm = alarm({ AlarmActions: [], Threshold: 50 });
    const total = between(at(11), at(15), steady(60), burst(10, 30));
    const replayed = changesOf(stack({ A: quiet, B: calm, C: muted }), errorsAre(total));
    expect(pages(replayed)).toEqual([
      { minute: 17.5, alarm: 'C', state: 'ALARM', actions: ['{"Ref":"Topic"}'] },
    ]);
    expect(pages(changesOf(stack({ A: quiet, B: calm, C: muted }), errorsAre(burst(10, 30))))).toMatchObject([
      { minute: 13, alarm: 'C' },
    ]);
  });

  test('pages are in the order of time, also when a suppression ends between two minutes', () => {
    const muted = composite({
      AlarmRule: 'ALARM("A")',
      AlarmActions: [topic],
      ActionsSuppressor: 'B',
      ActionsSuppressorWaitPeriod: 30,
      ActionsSuppressorExtensionPeriod: 30,
    });
    const later = alarm({ EvaluationPeriods: 2 });
    const replayed = changesOf(
      stack({ A: alarm({}), B: alarm({ Threshold: 50 }), C: muted, D: later }),
      errorsAre(burst(10, 30)),
    );
    expect(pages(replayed).map(({ minute, alarm: name }) => [minute, name])).toEqual([
      [11, 'A'],
      [11.5, 'C'],
      [12, 'D'],
    ]);
  });

  test('is muted by a composite that goes into ALARM in the same minute and stands after it', () => {
    const muted = composite({
      AlarmRule: 'ALARM("A")',
      AlarmActions: [topic],
      ActionsSuppressor: 'D',
      ActionsSuppressorWaitPeriod: 0,
      ActionsSuppressorExtensionPeriod: 0,
    });
    const resourcesOf = {
      A: alarm({ AlarmActions: [] }),
      C: muted,
      D: composite({ AlarmRule: 'ALARM("A")' }),
    };
    expect(pages(changesOf(stack(resourcesOf), errorsAre(burst(10, 30))))).toEqual([]);
  });

  test('refers by name to the only alarm of that name, in whatever stack', () => {
    const templates = {
      ...stack({ A: alarm({}) }),
      other: { Resources: { C: composite({ AlarmRule: 'ALARM("A")' }) } },
    };
    expect(alarmed(changesOf(templates, errorsAre(burst(10, 12))), 'C')).toEqual([11]);
  });

  test.each([
    [
      { C: composite({ AlarmRule: 'ALARM("no such")' }) },
      'Alarm C refers to no such, which is no alarm of the templates.',
    ],
    [
      { C: composite({ AlarmRule: joined('ALARM("', { 'Fn::ImportValue': 'x' }, '")') }) },
      "Alarm C refers to {'Fn::ImportValue':'x'}, which is no alarm of the templates.",
    ],
    [
      { C: composite({ AlarmRule: 'ALARM("D")' }), D: composite({ AlarmRule: 'OK("C")' }) },
      'Composite alarms form a circle: C → D → C.',
    ],
    [
      { A: alarm({}), C: composite({ AlarmRule: 'TRUE', ActionsSuppressor: 'A' }) },
      'Alarm C: ActionsSuppressor needs ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod.',
    ],
  ])('a faulty one is refused', (faulty, message) => {
    expect(() => changesOf(stack(faulty), errorsAre(steady(0)))).toThrow(message);
  });
});

describe('actions', () => {
  test('none are taken when the alarm has them switched off', () => {
    expect(
      changesOf(stack({ A: alarm({ ActionsEnabled: false }) }), errorsAre(burst(10, 12))).actions,
    ).toEqual([]);
  });
});

describe('the world', () => {
  const perService = (service: unknown) => alarm({ Dimensions: [{ Name: 'Service', Value: service }] });

  test('tells metrics apart by dimensions, also by those that CloudFormation fills in', () => {
    const reference = { 'Fn::GetAtt': ['Service', 'Name'] };
    const feed = { namespace: 'Shop', metricName: 'Errors' };
    const world = worldOf([
      { ...feed, dimensions: { Service: reference }, stream: burst(10, 12) },
      { ...feed, stream: steady(0) },
    ]);
    const replayed = changesOf(stack({ A: perService(reference), B: perService('cart') }), world);
    expect(alarmed(replayed, 'A')).toEqual([11]);
    expect(alarmed(replayed, 'B')).toEqual([]);
  });

  test('tells metrics apart by namespace, and asks another world for what no feed has', () => {
    const elsewhere = worldOf(
      [{ namespace: 'Other', metricName: 'Errors', stream: steady(9) }],
      errorsAre(burst(10, 12)),
    );
    expect(alarmed(changesOf(stack({ A: alarm({}) }), elsewhere), 'A')).toEqual([11]);
  });

  test('a stream that changes is as late as the later of its two parts', () => {
    const late = between(at(10), at(12), delayed(steady(9), 60), steady(0));
    expect(story({}, late)).toEqual(['0 OK', '12 ALARM', '14 OK']);
  });

  test('a metric of which it says nothing is named', () => {
    expect(() => changesOf(stack({ A: perService('cart') }), worldOf([]))).toThrow(
      'Alarm A reads {"dimensions":{"Service":"cart"},"metricName":"Errors","namespace":"Shop"}, of which the world says nothing.',
    );
  });

  test('an alarm that no template has is named', () => {
    expect(() => alarmed(changesOf(stack({ A: alarm({}) }), errorsAre(steady(0))), 'B')).toThrow(
      'No alarm is named B. There are: A.',
    );
  });

  test('a replay begins at a whole minute', () => {
    expect(() => changesOf(stack({}), errorsAre(steady(0)), { from: '2026-03-02T00:00:30Z' })).toThrow(
      'from: 2026-03-02T00:00:30Z is no whole minute.',
    );
  });
});
