import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { cacheMaintenanceWindow, databaseMaintenanceWindow } from '../../constructs/data/maintenance';
import { serviceLinkedRoles } from '../../lib/account/service-linked-roles';
import { loadDeployment, parseDeployment } from '../../lib/deployment';
import { smallest } from '../../lib/deployment/reference/examples';
import { placeableMemoryMiB } from '../../lib/sizes/compute-instances';
import { testNetwork } from '../constructs/network/test-network';
import { ec2Shop } from '../setup/ec2';
import { fargateShop } from '../setup/fargate';
import { propertiesOf, type Service } from '../setup/templates';

/** Pages in one line, so that a sentence is found however its lines break. */
const text = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8').replace(/\s+/g, ' ');
const [readme, security, changelog, architecture, maintenance] = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/maintenance.md',
].map(text) as [string, string, string, string, string];

const defaults = parseDeployment(smallest);
const shop = fargateShop();
const data = Template.fromStack(shop.data);
const service = Template.fromStack(shop.fargate);

/** The number that a sentence names. */
function numberIn(page: string, sentence: RegExp): number {
  const found = sentence.exec(page)?.[1];
  if (found === undefined) throw new Error(`No sentence has the form ${String(sentence)}`);
  return Number(found);
}

test('README’s picture has the tasks of production', () => {
  const { min, max } = loadDeployment('production').targets.fargate?.tasks ?? {};
  expect(readme).toContain(`${min}–${max} tasks`);
});

test('SECURITY.md names the default days of logs and rotation', () => {
  expect(numberIn(security, /Kept for (\d+) days/)).toBe(defaults.logs.retentionDays);
  expect(numberIn(security, /Rotated every (\d+) days/)).toBe(defaults.database.rotationDays);
});

test('CHANGELOG.md names the days that exports are kept', () => {
  const rules = propertiesOf<{ LifecycleConfiguration: { Rules: { ExpirationInDays?: number }[] } }>(
    data,
    'AWS::S3::Bucket',
  ).flatMap(({ LifecycleConfiguration }) => LifecycleConfiguration.Rules);
  expect(rules.map(({ ExpirationInDays }) => ExpirationInDays)).toContain(
    numberIn(changelog, /exports are kept for (\d+) days/),
  );
});

test('the circuit breaker rolls back, with the threshold of ECS that the page describes', () => {
  const services = propertiesOf<Service & { DeploymentConfiguration: { DeploymentCircuitBreaker: object } }>(
    service,
    'AWS::ECS::Service',
  );
  // No threshold of ours, so it is that of ECS: half of the desired count, 3 to 200.
  for (const { DeploymentConfiguration } of services) {
    expect(DeploymentConfiguration.DeploymentCircuitBreaker).toEqual({ Enable: true, Rollback: true });
  }
  expect(architecture).toContain('half of the desired count, but at not fewer than 3 and not more than 200');
});

test('the load balancer stops sending to a task for as long as the page says', () => {
  const [group] = propertiesOf<{ TargetGroupAttributes: { Key: string; Value: string }[] }>(
    service,
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  );
  const delay = group?.TargetGroupAttributes.find(({ Key }) => Key.startsWith('deregistration_delay'))?.Value;
  expect(numberIn(architecture, /stops sending requests to a task (\d+) s before/)).toBe(Number(delay));
});

test('the JWT secret has the length that the page says', () => {
  const [secret] = propertiesOf<{ Description: string; GenerateSecretString: { PasswordLength: number } }>(
    data,
    'AWS::SecretsManager::Secret',
  ).filter(({ Description }) => Description === 'Signs access tokens');
  expect(numberIn(architecture, /(\d+) random characters/)).toBe(secret?.GenerateSecretString.PasswordLength);
});

test('Chroma has the minimum and maximum healthy percent that the page says', () => {
  const least = numberIn(architecture, /minimum healthy (\d+) %/);
  const most = numberIn(architecture, /maximum (\d+) %/);
  const chroma = propertiesOf<
    Service & { DeploymentConfiguration: { MinimumHealthyPercent: number; MaximumPercent: number } }
  >(service, 'AWS::ECS::Service').find(({ ServiceRegistries = [] }) => ServiceRegistries.length > 0);
  expect(chroma?.DeploymentConfiguration).toMatchObject({
    MinimumHealthyPercent: least,
    MaximumPercent: most,
  });
});

describe('the page about maintenance', () => {
  /** `Sun:02:30-Sun:03:30` as the page writes it. */
  const asWritten = (window: string) => {
    const [, start = '', end = ''] = /^sun:(\d\d:\d\d)-sun:(\d\d:\d\d)$/i.exec(window) ?? [];
    return `Sunday, ${start} to ${end} UTC`;
  };

  test('names the windows of the stores', () => {
    for (const window of [databaseMaintenanceWindow, cacheMaintenanceWindow])
      expect(maintenance).toContain(asWritten(window));
    expect(text('lib/deployment/schema/database.ts')).toContain('on Sunday from 02:30 to 03:30 UTC');
    expect(databaseMaintenanceWindow).toBe('Sun:02:30-Sun:03:30');
  });

  test('lists the roles of the account', () => {
    const listed = [
      ...maintenance.matchAll(/\| `([a-z.-]+\.amazonaws\.com)` +\| `(AWSServiceRole\w+)`/g),
    ].map(([, service, role]) => ({ service, role }));
    expect(listed).toEqual(serviceLinkedRoles);
  });

  test('names how long a NAT instance has for its signal', () => {
    const { template } = testNetwork({ egress: 'nat-instance' });
    template.hasResource('AWS::EC2::Instance', {
      CreationPolicy: {
        ResourceSignal: { Timeout: `PT${numberIn(maintenance, /within (\d+) minutes\. If it does not/)}M` },
      },
    });
  });
});

describe('the economical target', () => {
  const { ec2 } = loadDeployment('economy').targets;

  test('has the memory on an instance that the page counts', () => {
    if (!ec2) throw new Error('economy has no target ec2');
    const most = numberIn(architecture, /memory, of about (\d+) MiB/);
    expect(most).toBe(placeableMemoryMiB(ec2.instanceType));
    const used = (ec2.tasks.max + 1) * ec2.memoryMiB + ec2.chroma.memoryMiB;
    expect(architecture).toContain(`3 × ${ec2.memoryMiB} + ${ec2.chroma.memoryMiB} = ${used}`);
    expect(used).toBeLessThanOrEqual(most);
  });

  test('is patched at the time that the page says', () => {
    expect(architecture).toContain('Every Sunday at 04:00 UTC an instance refresh');
    const schedules = propertiesOf<{ ScheduleExpression: string }>(
      Template.fromStack(ec2Shop().ec2),
      'AWS::Scheduler::Schedule',
    ).map(({ ScheduleExpression }) => ScheduleExpression);
    expect(schedules).toContain('cron(0 4 ? * SUN *)');
  });

  test('costs with Spot and Savings Plans what the page computes', () => {
    const rows = [
      ...architecture.matchAll(
        /\| \$([\d.]+)(?: × ([\d.]+))?(?: × (730) h| × \(1 − (\d+) %\)) *\| \$([\d.]+)/g,
      ),
    ];
    expect(rows.length).toBe(5);
    for (const [, price, share = '1', hours = '1', discount = '0', total] of rows) {
      expect(Number(price) * Number(share) * Number(hours) * (1 - Number(discount) / 100)).toBeCloseTo(
        Number(total),
        1,
      );
    }
  });
});
