import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { lineFor } from '../../../constructs/alarms/record-event.lambda';
import { SavedQueries, type SavedQueriesProps } from '../../../constructs/alarms/saved-queries';
import { accessLogFields } from '../../../constructs/edge/access-log';
import { queries, queryNames, requestIdPlaceholder, type QueryLog } from '../../../lib/alarms/queries';
import { parseQuery } from '../../lib/alarms/insights';
import { testApp, testDeployment } from '../../setup/stack-tests';
import { propertiesOf } from '../../setup/templates';

interface Definition {
  readonly Name: string;
  readonly QueryString: string;
  readonly LogGroupNames: readonly string[];
}

const everyLog: SavedQueriesProps['logGroups'] = {
  application: '/app',
  jobs: '/jobs',
  events: '/events',
  database: '/postgresql',
  access: '/access',
  firewall: '/firewall',
};
const other = { repository: 'shop', digest: `sha256:${'0'.repeat(64)}` };

function saved({ image = testDeployment().image, logGroups = everyLog }: Partial<SavedQueriesProps> = {}) {
  const stack = new Stack(testApp(), 'operations');
  new SavedQueries(stack, 'Queries', { deployment: 'shop', image, logGroups });
  const found = propertiesOf<Definition>(Template.fromStack(stack), 'AWS::Logs::QueryDefinition');
  return new Map(found.map((definition) => [definition.Name.replace(/^shop\//, ''), definition]));
}

const all = new Map([...saved(), ...saved({ image: other })]);
const textOf = (name: string) => all.get(name)?.QueryString ?? '';

test('every query is saved in the folder of the deployment, for the logs that it reads', () => {
  expect([...all.keys()].sort()).toEqual([...queryNames].sort());
  expect(all.get('one request')).toMatchObject({
    Name: 'shop/one request',
    LogGroupNames: ['/app', '/postgresql'],
  });
});

test('a query without its log is left out, and one with a part of its logs reads that part', () => {
  const some = saved({ logGroups: { application: '/app', access: undefined } });
  expect(some.get('failures by message')?.LogGroupNames).toEqual(['/app']);
  expect([...some.keys()]).not.toContain('busiest clients');
  expect([...some.keys()]).not.toContain('slow statements');
});

test('another image has no query of lines that only the bundled one writes', () => {
  expect([...saved({ image: other }).keys()]).toEqual([
    'lines with errors',
    'what changed',
    'failed jobs',
    'slow statements',
    'database errors',
    'edge errors',
    'pages not found',
    'busiest clients',
    'blocked by the firewall',
  ]);
  expect([...saved().keys()]).not.toContain('lines with errors');
});

test('no name is the beginning of another, by which CloudWatch finds them', () => {
  const beginnings = queryNames.filter((name) =>
    queryNames.some((longer) => longer !== name && longer.startsWith(name)),
  );
  expect(beginnings).toEqual([]);
});

test.each(queryNames)('%s is a query of Logs Insights', (name) => {
  expect(() => parseQuery(textOf(name))).not.toThrow();
});

test.each([
  'select * | limit 1',
  'fields @timestamp\n| filtre a = 1',
  'filter status => 500',
  'filter level in ["error"',
  'filter status = 500 status',
  'stats count(*) errors by route',
  'stats median(milliseconds) as p50',
  'sort by requests upwards',
  'limit 20000',
  'limit many',
  'parse @message duration',
  'fields @timestamp,, level',
])('the grammar of these tests refuses %j', (text) => {
  expect(() => parseQuery(text)).toThrow();
});

/** Fields that CloudWatch adds to every line. */
const ofCloudWatch = ['@timestamp', '@message'];

const fieldsOf = (log: QueryLog) =>
  queryNames
    .filter((name) => queries[name].logs.some((read) => read === log))
    .flatMap((name) => parseQuery(textOf(name)).fields)
    .filter((field) => !ofCloudWatch.includes(field));

test('queries of events read what the event record writes', () => {
  const event = { metric: 'ExportFailed', time: '', source: '', detailType: '', resources: [], detail: {} };
  const written = Object.keys(lineFor(event, 'shop', 0));
  expect(fieldsOf('events').length).toBeGreaterThan(0);
  expect(fieldsOf('events').filter((field) => !written.includes(field))).toEqual([]);
});

test('queries of the access log read fields that CloudFront writes there', () => {
  expect(fieldsOf('access').length).toBeGreaterThan(0);
  expect(fieldsOf('access').filter((field) => !accessLogFields.includes(field))).toEqual([]);
});

test('queries of the firewall read fields of its log', () => {
  // Shortened from https://docs.aws.amazon.com/waf/latest/developerguide/logging-examples.html
  const line = {
    timestamp: 1592361810888,
    formatVersion: 1,
    terminatingRuleId: 'RateBasedRule',
    terminatingRuleType: 'RATE_BASED',
    action: 'BLOCK',
    httpRequest: { clientIp: '203.0.113.1', country: 'US', uri: '/', httpMethod: 'GET' },
  };
  const has = (field: string) =>
    field.split('.').reduce<unknown>((part, key) => Object(part)[key] as unknown, line) !== undefined;
  expect(fieldsOf('firewall').filter((field) => !has(field))).toEqual([]);
  expect(parseQuery(textOf('blocked by the firewall')).comparisons).toEqual([
    { field: 'action', texts: ['BLOCK'] },
  ]);
});

describe('lines of PostgreSQL on RDS', () => {
  // With the prefix %t:%r:%u@%d:[%p]: of https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.overview.parameter-groups.html
  const prefix = '2026-11-25 10:00:01 UTC:10.0.12.34(45678):shop_a@shop:[712]:';
  const found = (query: string, line: string) =>
    parseQuery(textOf(query)).parses.map(({ expression }) => expression.exec(`${prefix}${line}`)?.groups)[0];

  test.each(['execute <unnamed>', 'statement', 'execute s1'])('a slow one shows its SQL: %s', (how) => {
    const sql = `select 1 /*request='abcdefgh'*/`;
    expect(found('slow statements', `LOG:  duration: 2143.552 ms  ${how}: ${sql}`)).toEqual({
      duration: '2143.552',
      statement: sql,
    });
  });

  test('an error shows its message', () => {
    expect(found('database errors', 'ERROR:  deadlock detected')).toEqual({
      severity: 'ERROR',
      problem: 'deadlock detected',
    });
    expect(found('database errors', 'LOG:  checkpoint starting: time')).toBeUndefined();
  });

  test('a slow one is found by the id of its request', () => {
    expect(textOf('one request')).toContain(`@message like "${requestIdPlaceholder}"`);
  });
});
