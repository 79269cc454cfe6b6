import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import {
  backupCompleted,
  backupFailed,
  databaseFailover,
  deploymentFailed,
  jobFailed,
  jobSucceeded,
  secretRotationFailed,
  stackCreated,
  taskStoppedWithError,
} from '../../../constructs/alarms/event-patterns';
import { EventRecord } from '../../../constructs/alarms/event-record';
import { lineFor } from '../../../constructs/alarms/record-event.lambda';
import { invoke } from '../../setup/handlers';
import { propertiesOf, statementsOf } from '../../setup/templates';
import { matches } from './match-event';
import * as sent from './sent-events';
import { logs, operationsStack } from './test-operations';

const { clusterArn, instanceArn, secretArn, serviceArn, vaultName } = sent;
const exportJob = { clusterArn, family: 'shop-task', command: 'export' } as const;

const { stack } = operationsStack();
const record = new EventRecord(stack, 'Events', { deployment: 'shop', logs });
const failed = record.metric('DeploymentFailed', deploymentFailed(serviceArn));
record.metric('TaskFailed', taskStoppedWithError({ clusterArn, serviceName: 'app' }));
record.metric('ExportFailed', jobFailed(exportJob));
record.metric('ExportSucceeded', jobSucceeded(exportJob));
record.metric('DatabaseFailover', databaseFailover(instanceArn));
record.metric('RotationFailed', secretRotationFailed(secretArn), secretRotationFailed(`${secretArn}2`));
record.metric('BackupFailed', backupFailed(vaultName));
record.metric('BackupCompleted', backupCompleted(vaultName));
record.metric('WatchStarted', stackCreated(sent.stackId));
const template = Template.fromStack(stack);

interface Rule {
  readonly EventPattern: Record<string, unknown>;
  readonly Targets: [{ InputTransformer: { InputPathsMap: Record<string, string>; InputTemplate: string } }];
}
const rules = propertiesOf<Rule>(template, 'AWS::Events::Rule');

/** What the function gets for an event: the input of each rule that matches. */
function inputsFor(event: object): Record<string, unknown>[] {
  return rules
    .filter(({ EventPattern }) => matches(EventPattern, event))
    .map(({ Targets: [{ InputTransformer }] }) => {
      const { InputPathsMap, InputTemplate } = InputTransformer;
      const filled = Object.entries(InputPathsMap).reduce((text, [name, path]) => {
        const value: unknown = Reflect.get(event, path.replace(/^\$\.|^\$\[?'?|'?\]$/g, ''));
        if (value === undefined) throw new Error(`The event has no ${path}.`);
        return text.replaceAll(`<${name}>`, JSON.stringify(value));
      }, InputTemplate);
      return JSON.parse(filled) as Record<string, unknown>;
    });
}
const countedBy = (event: object) => inputsFor(event).map(({ metric }) => metric);

describe('an event is counted once, under its own name', () => {
  test.each<[event: string, sent: object, metrics: string[]]>([
    ['a deployment that failed', sent.deployment('SERVICE_DEPLOYMENT_FAILED'), ['DeploymentFailed']],
    ['a deployment that completed', sent.deployment('SERVICE_DEPLOYMENT_COMPLETED'), []],
    ['a task that exited', sent.task({}), ['TaskFailed']],
    [
      'a task that used too much memory',
      sent.task({ containers: [{ name: 'app', exitCode: 137 }] }),
      ['TaskFailed'],
    ],
    [
      'a task whose image cannot be pulled',
      sent.task({ stopCode: 'TaskFailedToStart', containers: [{ name: 'app' }] }),
      ['TaskFailed'],
    ],
    [
      'a task that failed its health check',
      sent.task({
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed ELB health checks in (target-group 1)',
      }),
      ['TaskFailed'],
    ],
    [
      'a task that is scaled in',
      sent.task({
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
      }),
      [],
    ],
    [
      'a Spot interruption',
      sent.task({ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }),
      [],
    ],
    ['a task that still runs', sent.task({ lastStatus: 'RUNNING' }), []],
    ['an export that failed', sent.job('export', 1), ['ExportFailed']],
    [
      'an export that did not start',
      sent.job('export', 0, { stopCode: 'TaskFailedToStart', containers: [{ name: 'app' }] }),
      ['ExportFailed'],
    ],
    ['an export that succeeded', sent.job('export', 0), ['ExportSucceeded']],
    ['a migration that failed', sent.job('migrate', 1), []],
    ['a failover', sent.database('RDS-EVENT-0049'), ['DatabaseFailover']],
    ['the creation of the stack', sent.stackStatus('CREATE_COMPLETE'), ['WatchStarted']],
    ['an update of the stack', sent.stackStatus('UPDATE_COMPLETE'), []],
    ['the creation of another stack', sent.stackStatus('CREATE_COMPLETE', `${sent.stackId}-2`), []],
    ['the begin of a failover', sent.database('RDS-EVENT-0013'), []],
    ['a rotation that failed', sent.rotation('RotationFailed'), ['RotationFailed']],
    [
      'a rotation of the second secret that failed',
      sent.rotation('RotationFailed', `${secretArn}2`),
      ['RotationFailed'],
    ],
    ['a rotation that succeeded', sent.rotation('RotationSucceeded'), []],
    ['a backup that failed', sent.backup('FAILED'), ['BackupFailed']],
    ['a backup that expired', sent.backup('EXPIRED'), ['BackupFailed']],
    ['a backup that completed', sent.backup('COMPLETED'), ['BackupCompleted']],
    ['a backup that runs', sent.backup('RUNNING'), []],
  ])('%s', (_, event, metrics) => {
    expect(countedBy(event)).toEqual(metrics);
  });

  test.each<[string, object]>([
    ['service', sent.deployment('SERVICE_DEPLOYMENT_FAILED', `${serviceArn}2`)],
    ['cluster', sent.task({ clusterArn: `${clusterArn}2` })],
    ['service’s task', sent.task({ group: 'service:other' })],
    ['task definition', sent.job('export', 1, { group: 'family:other-task' })],
    ['database', sent.database('RDS-EVENT-0049', `${instanceArn}-2`)],
    ['secret', sent.rotation('RotationFailed', `${secretArn}3`)],
    ['vault', sent.backup('FAILED', 'other-vault')],
  ])('not that of another deployment: %s', (_, event) => {
    expect(countedBy(event)).toEqual([]);
  });
});

describe('the line of an event', () => {
  const [input = {}] = inputsFor(sent.deployment('SERVICE_DEPLOYMENT_FAILED'));

  test('says what changed, when, where and why', () => {
    expect(lineFor(input, 'shop', 1)).toMatchObject({
      change: 'DeploymentFailed',
      time: '2026-11-25T10:31:14Z',
      source: 'aws.ecs',
      detailType: 'ECS Deployment State Change',
      resource: serviceArn,
      reason: 'ECS deployment circuit breaker: task failed to start.',
    });
  });

  test.each<[string, object, string, string]>([
    [
      'task',
      sent.task({}),
      'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123',
      'Essential container in task exited, app exited with 1',
    ],
    ['database', sent.database('RDS-EVENT-0049'), instanceArn, 'A Multi-AZ failover has completed.'],
    [
      'secret',
      sent.rotation('RotationFailed'),
      secretArn,
      'Error when executing lambda during createSecret step',
    ],
    [
      'backup',
      sent.backup('FAILED'),
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
      'Backup job failed because the vault does not exist.',
    ],
  ])('names the resource and the reason of a %s', (_, event, resource, reason) => {
    expect(lineFor(inputsFor(event)[0], 'shop', 1)).toMatchObject({ resource, reason });
  });

  test('has no person and no address of a caller', () => {
    expect(JSON.stringify(lineFor(inputsFor(sent.rotation('RotationFailed'))[0], 'shop', 1))).not.toMatch(
      /ada@example|203\.0\.113/,
    );
  });

  test('cuts a long reason', () => {
    const long = { ...input, detail: { reason: 'x'.repeat(9000) } };
    expect(String(lineFor(long, 'shop', 1).reason)).toHaveLength(500);
  });

  test('is a metric that the construct reads, with the value 1', () => {
    const line = lineFor(input, 'shop', 1_764_066_674_000);
    const { namespace, metricName, dimensions = {} } = failed;
    expect(line._aws).toEqual({
      Timestamp: 1_764_066_674_000,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [Object.keys(dimensions)],
          Metrics: [{ Name: metricName, Unit: 'Count' }],
        },
      ],
    });
    expect(line[metricName]).toBe(1);
    expect(line).toMatchObject(dimensions);
  });

  test('is all that the function writes, as one line of JSON, so that CloudWatch finds the metric', async () => {
    const before = Date.now();
    const output = await invoke('record-event', input, { DEPLOYMENT: 'shop' });
    expect(output).toMatch(/^\{.*\}\n$/);
    const line = JSON.parse(output);
    expect(line).toMatchObject({ Deployment: 'shop', DeploymentFailed: 1, resource: serviceArn });
    expect(line._aws.Timestamp).toBeGreaterThanOrEqual(before);
  });

  test('is not written for an input that no rule sends', () => {
    expect(() => lineFor({ metric: 'X' }, 'shop', 1)).toThrow();
  });
});

test.each(['deploymentFailed', 'Deployment-Failed', ''])('the name %j is no name of a metric', (name) => {
  expect(() => record.metric(name, deploymentFailed(serviceArn))).toThrow(/upper camel case/);
});

test('the function may write its own log, and nothing else', () => {
  expect(statementsOf(template).map(({ Action }) => Action)).toEqual([
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
  ]);
});

test('it has no finding of AwsSolutions', () => {
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
});
