import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { canaryDirectory } from '../../../constructs/alarms/canary-directory';
import { ShopCanary, type ShopCanaryProps } from '../../../constructs/alarms/canary';
import { statementsOf } from '../../setup/templates';
import { startFaultyShop } from './faulty-shop';
import { logs, operationsStack } from './test-operations';

function canaryWith(props: Partial<ShopCanaryProps> = {}) {
  const { stack } = operationsStack();
  const canary = new ShopCanary(stack, 'Canary', {
    deployment: 'shop',
    url: 'https://shop.example.com',
    minutes: 5,
    chat: true,
    application: 'bundled',
    logs,
    ...props,
  });
  return { stack, canary, template: Template.fromStack(stack) };
}

const { stack, canary, template } = canaryWith();
const [[id, resource] = ['', { DependsOn: [] }]] = Object.entries(
  template.findResources('AWS::Synthetics::Canary'),
);

test('it asks the address of the edge, on a current runtime, without tracing', () => {
  template.hasResourceProperties('AWS::Synthetics::Canary', {
    Name: 'shop-canary',
    RuntimeVersion: 'syn-nodejs-5.2',
    Schedule: Match.objectLike({ Expression: 'rate(5 minutes)' }),
    RunConfig: {
      ActiveTracing: false,
      MemoryInMB: 960,
      TimeoutInSeconds: 120,
      EnvironmentVariables: { URL_OF_SHOP: 'https://shop.example.com', CHAT: 'yes', INTERVAL_MINUTES: '5' },
    },
  });
});

test('it has no secret', () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/secretsmanager|password|GetSecretValue/i);
});

test('an image that is not the bundled shop is asked for its health path, and never for a chat', () => {
  canaryWith({ application: 'other', healthPath: '/alive' }).template.hasResourceProperties(
    'AWS::Synthetics::Canary',
    {
      RunConfig: { EnvironmentVariables: { APPLICATION: 'other', CHAT: 'no', HEALTH_PATH: '/alive' } },
    },
  );
});

test('the time for a run is not longer than the time between two runs', () => {
  canaryWith({ minutes: 1 }).template.hasResourceProperties('AWS::Synthetics::Canary', {
    Schedule: Match.objectLike({ Expression: 'rate(1 minute)' }),
    RunConfig: Match.objectLike({ TimeoutInSeconds: 60 }),
  });
});

test.each([0, 61, 2.5, -5])('an interval of %d minutes is refused', (minutes) => {
  expect(() => canaryWith({ minutes })).toThrow(
    `The canary must run every 1 to 60 minutes, and not every ${minutes}.`,
  );
});

test('its metrics cover the time between two runs', () => {
  for (const [metric, metricName] of [
    [canary.successPercent, 'SuccessPercent'],
    [canary.failed, 'Failed'],
  ] as const)
    expect(metric.toMetricConfig().metricStat).toMatchObject({
      namespace: 'CloudWatchSynthetics',
      metricName,
      period: expect.objectContaining({ amount: 5 }),
    });
});

test('it may write its results, its log and its metrics, and nothing else', () => {
  const [roleId] = Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([, { Properties }]) => JSON.stringify(Properties).includes('PutMetricData'))
    .map(([name]) => name);
  expect(roleId).toBeDefined();
  const actions = statementsOf(template).flatMap(({ Action }) => Action);
  expect(actions).not.toContain('logs:CreateLogGroup');
  expect(actions.filter((action) => action.endsWith('*'))).toEqual([]);
  expect(statementsOf(template)).toContainEqual({
    Effect: 'Allow',
    Action: 'cloudwatch:PutMetricData',
    Resource: '*',
    Condition: { StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' } },
  });
});

describe('with the stack goes', () => {
  test('its function', () => {
    template.hasResourceProperties('AWS::Synthetics::Canary', { ProvisionedResourceCleanup: 'AUTOMATIC' });
  });

  test('its log group, which has a retention, and which only the stack may make', () => {
    template.hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Delete',
      Properties: {
        RetentionInDays: 30,
        LogGroupName: { 'Fn::Join': ['', ['/aws/lambda/cwsyn-shop-canary-', { 'Fn::GetAtt': [id, 'Id'] }]] },
      },
    });
  });

  test('the bucket of its results, which is emptied after the canary is gone', () => {
    template.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    const [emptied = ''] = Object.keys(template.findResources('Custom::EmptyBucket'));
    expect(resource.DependsOn).toContain(emptied);
  });

  test('the results of two weeks ago, by themselves', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 14 })]) },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });
});

test('the log group of a deployment with a long name has the form that Lambda uses', () => {
  const long = canaryWith({ deployment: 'a-deployment-with-a-long-name' }).template;
  const [[longId] = ['']] = Object.entries(long.findResources('AWS::Synthetics::Canary'));
  long.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: {
      'Fn::Join': ['', ['/aws/lambda/cwsyn-a-deployment-with-a-l-', { 'Fn::GetAtt': [longId, 'Id'] }]],
    },
  });
});

test('it has no finding of AwsSolutions', () => {
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
});

describe('the bundle that Synthetics loads', () => {
  const bundle = join(canaryDirectory, 'index.js');

  test('exports the handler, and needs no package', () => {
    const loaded = createRequire(__filename)(bundle) as Record<string, unknown>;
    expect(typeof loaded.handler).toBe('function');
  });

  test('ends with the error of the step that failed', async () => {
    const down = await startFaultyShop('http://127.0.0.1:9');
    await down.close();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--eval', `require(${JSON.stringify(bundle)}).handler()`],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, URL_OF_SHOP: down.url, INTERVAL_MINUTES: '5', CHAT: 'no' },
      },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('page: / did not answer within 15 s: ECONNREFUSED');
  });
});
