import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OfficeHoursMute } from '../../../constructs/alarms/office-hours-mute';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { parseDeployment } from '../../../lib/deployment';
import { buildShop } from '../../../stacks/shop-deployment';
import { testApp } from '../../setup/stack-tests';
import { propertiesOf } from '../../setup/templates';
import { operationsStack } from './test-operations';

interface MuteRule {
  readonly Rule: { readonly Schedule: { Expression: string; Duration: string; Timezone: string } };
  readonly MuteTargets: { readonly AlarmNames: unknown[] };
}

interface Alarm {
  readonly AlarmActions?: unknown[];
}

const schedule = { timeZone: 'Europe/Berlin', days: 'weekdays', start: 7, stop: 17 } as const;

function templatesOf(input: Partial<DeploymentInput> = {}): Map<string, Template> {
  const app = testApp();
  const deployment = parseDeployment({
    name: 'dev',
    aws: { region: 'us-east-1' },
    targets: { fargate: { tasks: { min: 1, max: 1 } } },
    live: 'fargate',
    schedule,
    ...input,
  });
  buildShop(app, deployment);
  const { stacks } = app.synth();
  return new Map(
    stacks.map(({ id, template }) => [id, Template.fromJSON(template as Record<string, unknown>)]),
  );
}

const muteRules = (template: Template) => propertiesOf<MuteRule>(template, 'AWS::CloudWatch::AlarmMuteRule');

/** Ids of the alarms that send a message. */
const speaking = (template: Template) =>
  ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
    Object.entries(template.findResources(type))
      .filter(([, { Properties }]) => (Properties as Alarm).AlarmActions !== undefined)
      .map(([id]) => ({ Ref: id })),
  );

const templates = templatesOf();
const operations = templates.get('operations');
if (!operations) throw new Error('There is no Operations stack.');

test('every alarm that sends messages is muted in every window', () => {
  const rules = muteRules(operations);
  expect(rules).toHaveLength(3);
  const expected = speaking(operations);
  expect(expected.length).toBeGreaterThan(10);
  for (const { MuteTargets } of rules)
    expect(new Set(MuteTargets.AlarmNames.map((name) => JSON.stringify(name)))).toEqual(
      new Set(expected.map((name) => JSON.stringify(name))),
    );
});

test('the windows follow the clock of the deployment', () => {
  const windows = muteRules(operations).map(({ Rule: { Schedule } }) => Schedule);
  expect(windows).toContainEqual({
    Expression: 'cron(0 5 * * MON,TUE,WED,THU,FRI)',
    Duration: 'PT2H30M',
    Timezone: 'Europe/Berlin',
  });
  expect(windows).toContainEqual({
    Expression: 'cron(0 17 * * MON,TUE,WED,THU)',
    Duration: 'PT13H',
    Timezone: 'Europe/Berlin',
  });
  expect(windows).toContainEqual({
    Expression: 'cron(0 17 * * FRI)',
    Duration: 'P2DT13H',
    Timezone: 'Europe/Berlin',
  });
});

test('a deployment that runs at all hours mutes nothing', () => {
  const [template] = [templatesOf({ schedule: undefined }).get('operations')];
  expect(template && muteRules(template)).toEqual([]);
});

test('the alarms of CloudFront in us-east-1 are muted as well', () => {
  const edge = templatesOf({ aws: { region: 'eu-central-1' } }).get('operations-edge-eu-central-1');
  expect(edge && muteRules(edge)[0]?.MuteTargets.AlarmNames).toEqual(edge && speaking(edge));
});

test('more alarms than a rule takes are refused', () => {
  const { stack } = operationsStack();
  const metric = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Errors' });
  const alarms = Array.from(
    { length: 101 },
    (_, index) =>
      new cloudwatch.Alarm(stack, `Alarm${index}`, { metric, threshold: 1, evaluationPeriods: 1 }),
  );
  expect(() => new OfficeHoursMute(stack, 'Mute', { schedule, alarms })).toThrow(
    'A mute rule takes at most 100 alarms; there are 101.',
  );
});
