import economy from '../../../deployments/economy';
import mvp from '../../../deployments/mvp';
import production from '../../../deployments/production';
import { composites, everyAlarm, metricAlarmNames } from '../../../lib/alarms/registry';
import { selectAlarms } from '../../../lib/alarms/selection';
import { queries, queryNames, type QueryName } from '../../../lib/alarms/queries';
import { alarmRows, type AlarmRow } from '../../../lib/alarms/template-rows';
import { parseDeployment, type Deployment, type DeploymentInput } from '../../../lib/deployment';
import { severities } from '../../../lib/deployment/schema/alarms';
import type { PlannedStack } from '../../../lib/plan/assembly';
import { plannedStacks } from '../../setup/summary';

interface Planned {
  readonly deployment: Deployment;
  readonly stacks: readonly PlannedStack[];
  readonly rows: readonly AlarmRow[];
}

function planned(input: DeploymentInput): Planned {
  const deployment = parseDeployment(input);
  const stacks = plannedStacks(deployment);
  return { deployment, stacks, rows: alarmRows(stacks) };
}

/** Outside us-east-1, with a certificate and a standby of everything. */
const elsewhere: DeploymentInput = {
  ...production,
  name: 'elsewhere',
  aws: { region: 'eu-west-1' },
  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 1_000_000 },
  domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
  alarms: { webhook: { secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:webhook-AbCdEf' } },
};

const files = { production, economy, mvp, elsewhere } satisfies Record<string, DeploymentInput>;
const shops = new Map(Object.entries(files).map(([name, input]) => [name, planned(input)]));
const names = [...shops.keys()];

function shopOf(name: string): Planned {
  const shop = shops.get(name);
  if (!shop) throw new Error(`no deployment ${name}`);
  return shop;
}

/** Both the alarm and what combines it. */
const isSent = (row: AlarmRow, rows: readonly AlarmRow[]) =>
  row.notifies || rows.some(({ members, notifies }) => notifies && members.includes(row.name));

describe.each(names)('the alarms of %s', (name) => {
  const { deployment, rows, stacks } = shopOf(name);

  test('each send a message, or have a composite alarm that does', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !isSent(row, rows)).map((row) => row.name)).toEqual([]);
  });

  test('with a composite alarm send no message of their own', () => {
    const twice = rows.filter(
      (row) => row.notifies && rows.some(({ members }) => members.includes(row.name)),
    );
    expect(twice.map((row) => row.name)).toEqual([]);
  });

  test('say when they are over as well', () => {
    const properties = stacks.flatMap(({ template }) =>
      Object.values(template.Resources)
        .filter(({ Type }) => Type.startsWith('AWS::CloudWatch::') && Type.endsWith('Alarm'))
        .map(({ Properties = {} }) => Properties),
    );
    expect(properties).toHaveLength(rows.length);
    for (const { AlarmActions, OKActions } of properties) expect(OKActions).toEqual(AlarmActions);
  });

  test('are those that the registry says it has', () => {
    const { alarms, composites: combined } = selectAlarms(deployment);
    const expected = [...alarms, ...combined].map((alarm) => alarm.name);
    expect(rows.map((row) => row.name).sort()).toEqual(expected.sort());
  });

  test('combine the alarms that the registry says', () => {
    for (const { name: composite, members } of selectAlarms(deployment).composites)
      expect([composite, rows.find((row) => row.name === composite)?.members.toSorted()]).toEqual([
        composite,
        members.map((member) => member.name).sort(),
      ]);
  });

  test('watch metrics of their own region', () => {
    const isOfEdge = (alarm: string) => /^(edge|certificate|firewall)-/.test(alarm);
    const regionOf = (row: AlarmRow) => stacks.find(({ id }) => id === row.stack)?.region;
    for (const row of rows)
      expect([row.name, regionOf(row)]).toEqual([
        row.name,
        isOfEdge(row.name) ? 'us-east-1' : deployment.aws.region,
      ]);
  });
});

test('economy has pages only', () => {
  const { rows } = shopOf('economy');
  const severityOf = ({ name }: AlarmRow) => {
    const composite = Object.entries(composites).find(([combined]) =>
      rows.some((row) => row.name === combined && row.members.includes(name)),
    );
    return (composite?.[1] ?? everyAlarm[name]).severity;
  };
  expect(new Set(rows.map(severityOf))).toEqual(new Set([severities[0]]));
});

test('alarms that roll a release back are in the stack of the service, and send no message from there', () => {
  const { rows } = shopOf('production');
  const inService = rows.filter(({ stack }) => stack === 'service-fargate');
  expect(inService.map(({ name }) => name)).toEqual(['release-server-errors', 'release-latency']);
  expect(inService.filter(({ notifies }) => notifies)).toEqual([]);
});

test('every threshold of the deployment file reaches the template', () => {
  const { alarms } = selectAlarms(shopOf('elsewhere').deployment);
  const overrides = Object.fromEntries(alarms.map(({ name }, index) => [name, { threshold: index + 1 }]));
  const { rows } = planned({ ...elsewhere, alarms: { ...elsewhere.alarms, overrides } });
  const thresholds = rows.flatMap(({ name, evaluation }) =>
    evaluation ? [[name, evaluation.threshold]] : [],
  );
  expect(thresholds.length).toBeGreaterThan(50);
  const wrong = thresholds.filter(([name, threshold]) => overrides[String(name)]?.threshold !== threshold);
  expect(wrong).toEqual([]);
});

test('every alarm of the registry is in one of these deployments', () => {
  const seen = new Set([...shops.values()].flatMap(({ rows }) => rows.map(({ name }) => name)));
  expect(metricAlarmNames.filter((name) => !seen.has(name))).toEqual([]);
});

describe('the saved queries', () => {
  const inStack = (shop: Planned, id: string) =>
    Object.values(shop.stacks.find((stack) => stack.id === id)?.template.Resources ?? {})
      .filter(({ Type }) => Type === 'AWS::Logs::QueryDefinition')
      .map(({ Properties = {} }) => String(Properties.Name).split('/')[1]);
  const isOfEdge = (name: QueryName) =>
    queries[name].logs.some((log: string) => log === 'access' || log === 'firewall');
  const bundled = queryNames.filter((name) => name !== 'lines with errors');

  test('are all in one stack in us-east-1', () => {
    expect(inStack(shopOf('production'), 'operations').sort()).toEqual([...bundled].sort());
  });

  test('of the edge are in us-east-1 when the rest is elsewhere', () => {
    const shop = shopOf('elsewhere');
    expect(inStack(shop, 'operations').sort()).toEqual(bundled.filter((name) => !isOfEdge(name)).sort());
    expect(inStack(shop, 'operations-edge-eu-west-1').sort()).toEqual(bundled.filter(isOfEdge).sort());
  });

  test('of events find each kind of failure that is counted', () => {
    const resources = shopOf('production').stacks.find(({ id }) => id === 'operations')?.template.Resources;
    const counted = Object.values(resources ?? {})
      .filter(({ Type }) => Type === 'AWS::Events::Rule')
      .flatMap((rule) => /\\"metric\\":\\"(\w+)\\"/.exec(JSON.stringify(rule))?.[1] ?? []);
    const isFailure = new RegExp(
      /like \/(.+)\//.exec(queries['failed jobs'].filterStatements[0])?.[1] ?? '^$',
    );
    expect(counted.filter((name) => isFailure.test(name)).sort()).toEqual([
      'DeploymentFailed',
      'ExportFailed',
      'MigrationFailed',
      'TaskFailed',
    ]);
    expect(counted.length).toBeGreaterThan(4);
  });
});
