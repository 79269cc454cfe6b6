import { emfProblems } from './emf-checker';

const now = Date.UTC(2026, 10, 25);
const hour = 3600_000;

/** A line as the server writes it, with `changes` to its parts. */
function line({
  aws = {},
  directive = {},
  metrics = [{ Name: 'Requests', Unit: 'Count' }],
  members = {},
}: {
  aws?: object;
  directive?: object;
  metrics?: object[];
  members?: object;
} = {}): string {
  return JSON.stringify({
    level: 'info',
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        { Namespace: 'InsightShop', Dimensions: [['Deployment']], Metrics: metrics, ...directive },
      ],
      ...aws,
    },
    Deployment: 'production',
    Requests: 3,
    ...members,
  });
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `name${index}`);
const many = (count: number) => ({
  metrics: names(count).map((Name) => ({ Name, Unit: 'Count' })),
  members: Object.fromEntries(names(count).map((name) => [name, 1])),
});

test.each([
  ['the example of the server', line()],
  ['100 values', line({ members: { Requests: Array<number>(100).fill(1) } })],
  ['100 metrics', line(many(100))],
  ['no dimension', line({ directive: { Dimensions: [[]] } })],
  ['a metric without a unit', line({ metrics: [{ Name: 'Requests' }] })],
  ['a time almost two weeks ago', line({ aws: { Timestamp: now - 14 * 24 * hour + 1 } })],
])('a line with %s is valid', (_, text) => {
  expect(emfProblems(text, now)).toEqual([]);
});

test.each([
  ['text before the JSON', `now ${line()}`, 'not JSON'],
  ['no metadata', '{"Requests":1}', "must have required property '_aws'"],
  ['no time', line({ aws: { Timestamp: undefined } }), 'Timestamp'],
  [
    'a time in words',
    line({ aws: { Timestamp: '2026-11-25T00:00:00Z' } }),
    '/_aws/Timestamp must be integer',
  ],
  ['a time in seconds', line({ aws: { Timestamp: now / 1000 } }), 'two weeks ago'],
  ['a time three hours ahead', line({ aws: { Timestamp: now + 3 * hour } }), 'two hours ahead'],
  ['no namespace', line({ directive: { Namespace: '' } }), 'Namespace must NOT have fewer than 1'],
  ['a unit of its own', line({ metrics: [{ Name: 'Requests', Unit: 'USD' }] }), 'Unit must be equal to one'],
  ['a unit in lower case', line({ metrics: [{ Name: 'Requests', Unit: 'count' }] }), 'Unit must be equal'],
  ['a metric without a name', line({ metrics: [{ Unit: 'Count' }] }), "required property 'Name'"],
  ['a metric without a value', line({ metrics: [{ Name: 'Latency' }] }), 'Latency is not a number'],
  ['a metric twice', line({ metrics: [{ Name: 'Requests' }, { Name: 'Requests' }] }), 'defined twice'],
  ['a value in words', line({ members: { Requests: '3' } }), 'Requests is not a number'],
  ['a value that was no number', line({ members: { Requests: NaN } }), 'Requests is not a number'],
  ['a nested value', line({ members: { Requests: { count: 3 } } }), 'Requests is not a number'],
  ['a value beyond the range', line({ members: { Requests: 1e200 } }), 'Requests is not a number'],
  ['101 values', line({ members: { Requests: Array<number>(101).fill(1) } }), 'more than 100 values'],
  ['an empty list', line({ members: { Requests: [] } }), 'Requests has no value'],
  ['101 metrics', line(many(101)), 'Metrics must NOT have more than 100 items'],
  ['31 dimensions', line({ directive: { Dimensions: [names(31)] } }), 'must NOT have more than 30 items'],
  ['no set of dimensions', line({ directive: { Dimensions: [] } }), 'Dimensions must NOT have fewer than 1'],
  ['dimensions without a set', line({ directive: { Dimensions: ['Deployment'] } }), 'must be array'],
  ['a dimension without a value', line({ members: { Deployment: undefined } }), 'Deployment is no value'],
  ['an empty dimension', line({ members: { Deployment: ' ' } }), 'Deployment is no value'],
  ['a number as a dimension', line({ members: { Deployment: 7 } }), 'Deployment is no value'],
  ['an unknown member', line({ directive: { Units: [] } }), 'must NOT have additional properties'],
  ['more than a log event', line({ members: { text: 'x'.repeat(1_048_576) } }), 'bytes'],
])('a line with %s is refused', (_, text, problem) => {
  expect(emfProblems(text, now).join('\n')).toContain(problem);
});
