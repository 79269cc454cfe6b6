import { spawnSync } from 'node:child_process';
import { remnantFunctions, shellFunctions } from '../../../lib/destroy/shell';
import { takeDown } from '../../../lib/destroy/take-down';
import { outputReferences } from '../../../lib/guard/references';
import { smallShop, stackWith, takeDownAs, takeDownOf } from './stacks';

const away = takeDownAs({
  name: 'away',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {}, ec2: {} },
  live: 'fargate',
  database: { instance: 't4g.large' },
  domain: {
    name: 'shop.example.com',
    aliases: ['www.shop.example.com'],
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
    loadBalancerCertificateArn:
      'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
  },
});
const plans = [away, ...['production', 'mvp-express', 'mvp', 'economy', 'dev'].map(takeDownOf)];

describe.each(plans.map((plan) => [plan.deployment.name, plan] as const))('%s', (name, plan) => {
  const deleted = plan.steps.flatMap(({ id }) => /^delete-(.*)$/.exec(id)?.[1] ?? []);

  test('every stack is deleted, and none before a stack that reads from it', () => {
    expect(deleted).toEqual(plan.stacks.map(({ id }) => id));
    for (const [index, { template }] of plan.stacks.entries()) {
      const gone = plan.stacks.slice(0, index).map((stack) => stack.name);
      expect(outputReferences(template).filter(({ stackName }) => gone.includes(stackName))).toEqual([]);
    }
  });

  test('each step has commands, and says what undoes it', () => {
    for (const { commands, undo } of plan.steps) {
      expect(commands).not.toEqual([]);
      expect(undo.commands).not.toEqual([]);
      expect(undo.text).toMatch(/\.$/);
    }
  });

  test('what stays is removed in an order in which the key is last', () => {
    expect(plan.removals.at(-1)?.id).toBe('keys');
  });

  test('a secret and the key come back within 30 days, and nothing else does', () => {
    const recoverable = plan.removals.filter(({ undo }) => undo.commands.length > 0);
    expect(recoverable.map(({ id }) => id)).toEqual(['secrets', 'keys']);
    for (const { commands, undo } of recoverable) {
      expect(commands.join()).toMatch(/-window-in-days 30/);
      expect(undo.text).toBe('Within 30 days.');
    }
  });

  test('the commands are valid for bash', () => {
    const steps = [...plan.steps, ...plan.removals];
    const lines = [
      ...shellFunctions(plan.deployment),
      ...remnantFunctions(plan.deployment),
      ...[...plan.before, ...plan.after].flatMap(({ commands }) => commands),
      ...steps.flatMap(({ commands, undo }) => [...commands, ...undo.commands]),
    ];
    const { status, stderr } = spawnSync('bash', ['-n'], { input: lines.join('\n'), encoding: 'utf8' });
    expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
  });
});

test('both targets of a file are deleted, after the edge and before the data; the alarms go first', () => {
  expect(away.stacks.map(({ id }) => id)).toEqual([
    'operations',
    'operations-edge-eu-west-1',
    'edge-eu-west-1',
    'service-fargate',
    'service-ec2',
    'data',
    'network',
  ]);
});

test('an edge in another region is looked for there', () => {
  const [commands] = away.after.map((check) => check.commands);
  expect(commands).toHaveLength(2);
  expect(commands?.[0]).toMatch(/^aws cloudformation describe-stacks/);
  expect(commands?.[1]).toMatch(/^\( export AWS_REGION=us-east-1 .*describe-stacks/);
});

test('DNS records that no stack has are removed first, so that nobody else can take the name over', () => {
  expect(away.before[0]?.what).toContain('shop.example.com and www.shop.example.com');
  expect(
    takeDownOf('production')
      .before.map(({ what }) => what)
      .join(),
  ).not.toContain('DNS');
});

test('the step that deletes the database says that a new one is empty', () => {
  const step = takeDownOf('production').steps.find(({ id }) => id === 'delete-data');
  expect(step?.undo.text).toContain('with an empty database and new secrets; docs/destroy.md');
});

test('a resource of a type that this product does not have is deleted by Cloud Control', () => {
  const plan = takeDown(smallShop, 'shop', [
    stackWith({
      Table: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' },
      Queue: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' },
    }),
  ]);
  expect(plan.removals.map(({ commands }) => commands)).toEqual([
    [
      'for id in $(past data AWS::DynamoDB::Table DELETE_SKIPPED); do aws cloudcontrol delete-resource --type-name AWS::DynamoDB::Table --identifier "$id"; done',
    ],
    [
      'for id in $(past data AWS::SQS::Queue DELETE_SKIPPED); do aws cloudcontrol delete-resource --type-name AWS::SQS::Queue --identifier "$id"; done',
    ],
  ]);
});
