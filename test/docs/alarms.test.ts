import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costOf, operationsCost } from '../../lib/alarms/cost';
import { alarmsPage, type Synthesized } from '../../lib/alarms/page';
import { alarmNames } from '../../lib/alarms/registry';
import { alarmRows } from '../../lib/alarms/template-rows';
import { deploymentNames, loadDeployment } from '../../lib/deployment';
import { plannedStacks } from '../setup/summary';

const page = readFileSync(join(__dirname, '../../docs/alarms.md'), 'utf8');
const files = new Map<string, Synthesized>(
  deploymentNames().map((name) => {
    const deployment = loadDeployment(name);
    return [name, { deployment, stacks: plannedStacks(deployment) }];
  }),
);

function fileOf(name: string): Synthesized {
  const file = files.get(name);
  if (!file) throw new Error(`deployments/ has no ${name}`);
  return file;
}

const totalOf = ({ deployment, stacks }: Synthesized) =>
  operationsCost(deployment, stacks, alarmRows(stacks)).total;

test('docs/alarms.md is what the templates and lib/alarms say; `npm run docs` writes it', () => {
  expect(page).toBe(alarmsPage([...files.values()]));
});

test('it has every alarm of the registry, and every deployment file', () => {
  const registry = page.slice(0, page.indexOf('\n## By deployment file\n'));
  expect(alarmNames.filter((name) => !registry.includes(`\n| [\`${name}\`](runbook.md#`))).toEqual([]);
  expect([...files.keys()].filter((name) => !page.includes(`\n### ${name}\n`))).toEqual([]);
});

// Operations and Recovery together may cost 12, 8 and 2 USD.
test.each([
  ['production', 11.5],
  ['mvp', 7.5],
  ['mvp-express', 7.5],
  ['economy', 1.8],
])('the alarms and the canary of %s cost at most $%d a month', (name, most) => {
  expect(totalOf(fileOf(name))).toBeLessThanOrEqual(most);
});

describe('the cost of an alarm', () => {
  const rows = alarmRows(fileOf('production').stacks);
  const usd = (name: string) => costOf(rows.find((row) => row.name === name) ?? { metrics: NaN });

  test('on one metric is $0.10', () => expect(usd('database-cpu')).toBeCloseTo(0.1));
  test('on an expression counts each metric in it', () => {
    // p95 latency and the number of requests.
    expect(usd('latency-p95')).toBeCloseTo(0.2);
    // Requests, errors of the tasks and errors of the load balancer.
    expect(usd('availability-fast-long')).toBeCloseTo(0.3);
  });
  test('that combines others is $0.50', () => expect(usd('shop-down')).toBeCloseTo(0.5));
});

test('a deployment outside us-east-1 pays for the key of the topic of its edge', () => {
  const { deployment } = fileOf('mvp-express');
  const elsewhere = { ...deployment, aws: { ...deployment.aws, region: 'eu-west-1' } };
  const stacks = plannedStacks(elsewhere);
  expect(operationsCost(elsewhere, stacks, alarmRows(stacks)).keys).toBe(1);
  expect(operationsCost(deployment, fileOf('mvp-express').stacks, []).keys).toBe(0);
});

test('an alarm that the registry does not have is refused', () => {
  const [stack] = fileOf('economy').stacks;
  if (!stack) throw new Error('economy has no stacks');
  const Properties = {
    AlarmName: `${stack.name}-unheard-of`,
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
  };
  const template = { Resources: { Unknown: { Type: 'AWS::CloudWatch::Alarm', Properties } } };
  expect(() => alarmRows([{ ...stack, template }])).toThrow(
    `The registry of lib/alarms has no alarm ${stack.name}-unheard-of of ${stack.name}.`,
  );
});
