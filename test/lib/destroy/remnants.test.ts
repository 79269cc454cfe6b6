import { deploymentNames } from '../../../lib/deployment';
import { costOf, monthlyForPieces } from '../../../lib/destroy/costs';
import type { Remnant } from '../../../lib/destroy/remnant';
import { remnantsOf } from '../../../lib/destroy/remnants';
import { staying } from '../../../lib/destroy/staying';
import { stackWith, takeDownOf } from './stacks';

const remnants = (...stack: Parameters<typeof stackWith>) => remnantsOf([stackWith(...stack)]);
/** Kinds that are resources of a template. */
const isResource = /^(key|secret|file system|bucket|log group|other)$/;
const kinds = (found: readonly Remnant[]) => found.map(({ kind }) => kind);

describe.each(deploymentNames())('after the stacks of %s are deleted', (name) => {
  const plan = takeDownOf(name);
  const policies = plan.stacks.flatMap(({ template }) =>
    Object.values(template.Resources).map(({ DeletionPolicy = 'Delete' }) => DeletionPolicy),
  );

  test('everything stays that a template retains, and a snapshot of what leaves one', () => {
    const kept = kinds(plan.remnants).filter((kind) => isResource.test(kind));
    const snapshots = kinds(plan.remnants).filter((kind) => kind.startsWith('final snapshot'));
    expect(kept).toHaveLength(policies.filter((policy) => policy.startsWith('Retain')).length);
    expect(snapshots).toHaveLength(policies.filter((policy) => policy === 'Snapshot').length);
    expect(kept.length).toBeGreaterThan(5);
  });

  test('each thing that stays is of a known kind and has a command that removes it', () => {
    expect(kinds(plan.remnants)).not.toContain('other');
    const commands = plan.removals.flatMap((step) => step.commands);
    for (const { kind, stack, type, name: resource } of plan.remnants) {
      // A resource itself was left by the deletion of its stack. What came from a resource outlived it.
      const event = isResource.test(kind) ? 'DELETE_SKIPPED' : 'DELETE_COMPLETE';
      const removed = commands.some((command) => command.includes(`past ${stack} ${type} ${event}`));
      expect({ resource, removed }).toEqual({ resource, removed: true });
    }
  });

  test('each has a price, but for the snapshot of the cache, whose price was not looked up', () => {
    const unpriced = plan.remnants.filter((remnant) => costOf(remnant).is === 'not priced');
    expect(new Set(kinds(unpriced))).toEqual(
      new Set(kinds(plan.remnants).filter((kind) => kind === 'final snapshot of the cache')),
    );
  });
});

describe('what stays', () => {
  test('of a database is a final snapshot, also when the template states no policy', () => {
    const database = {
      Type: 'AWS::RDS::DBInstance',
      Properties: { AllocatedStorage: '20', MaxAllocatedStorage: 100 },
    };
    expect(remnants({ Db: database })).toMatchObject([
      { kind: 'final snapshot of the database', name: 'Db', mostGB: 100 },
    ]);
    expect(remnants({ Db: { ...database, DeletionPolicy: 'Delete' } })).toEqual([]);
  });

  test('of a database that keeps its automated backups is both', () => {
    const Properties = { DeleteAutomatedBackups: false, BackupRetentionPeriod: 14 };
    expect(
      remnants({ Db: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', Properties } }),
    ).toMatchObject([
      { kind: 'final snapshot of the database' },
      { kind: 'automated backups of the database', until: 'the last one expires after 14 days' },
    ]);
  });

  test('is said with the days after which it goes by itself', () => {
    const found = remnants({
      Log: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain', Properties: { RetentionInDays: 30 } },
      Endless: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' },
      Exports: {
        Type: 'AWS::S3::Bucket',
        DeletionPolicy: 'RetainExceptOnCreate',
        Properties: {
          LifecycleConfiguration: {
            Rules: [
              { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
              { Status: 'Enabled', ExpirationInDays: 35 },
            ],
          },
        },
      },
      Pictures: {
        Type: 'AWS::S3::Bucket',
        DeletionPolicy: 'Retain',
        Properties: {
          LifecycleConfiguration: {
            Rules: [
              { Status: 'Enabled', Prefix: 'drafts/', ExpirationInDays: 5 },
              { Status: 'Disabled', ExpirationInDays: 6 },
            ],
          },
        },
      },
    });
    expect(Object.fromEntries(found.map(({ name, until }) => [name, until]))).toEqual({
      Log: 'its lines expire after 30 days',
      Endless: undefined,
      Exports: 'its objects expire after 35 days',
      Pictures: undefined,
    });
  });

  test('includes what a service makes outside of the templates', () => {
    expect(
      kinds(
        remnants({
          Cluster: {
            Type: 'AWS::ECS::Cluster',
            Properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] },
          },
          Service: { Type: 'AWS::AppRunner::Service' },
          Certificate: {
            Type: 'AWS::CertificateManager::Certificate',
            Properties: { DomainValidationOptions: [{ DomainName: 'shop.example.com', HostedZoneId: 'Z1' }] },
          },
        }),
      ),
    ).toEqual([
      'log groups of App Runner',
      'log group of Container Insights',
      'DNS record that validates a certificate',
    ]);
  });

  test('does not include what is switched off or made by hand', () => {
    expect(
      remnants({
        Cluster: {
          Type: 'AWS::ECS::Cluster',
          Properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'disabled' }] },
        },
        Certificate: {
          Type: 'AWS::CertificateManager::Certificate',
          Properties: { DomainValidationOptions: [{ DomainName: 'shop.example.com' }] },
        },
        Bucket: { Type: 'AWS::S3::Bucket' },
      }),
    ).toEqual([]);
  });
});

describe('the cost a month', () => {
  const text = (found: readonly Remnant[], region: string) => staying(found, region).join('\n');

  test('of production is a key and three secrets by the piece, and the rest by the gigabyte', () => {
    const found = takeDownOf('production').remnants;
    expect(monthlyForPieces(found)).toBe(1 + 3 * 0.4);
    expect(text(found, 'us-east-1')).toContain('Together $2.20 a month, and what is stored by the gigabyte');
    expect(text(found, 'us-east-1')).toContain('$0.095 a GB, at most $9.50 for 100 GB');
  });

  test('is that of the stack’s region, or says that it is not', () => {
    const found = remnants(
      {
        Files: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' },
        Login: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Retain' },
      },
      { region: 'ap-northeast-1' },
    );
    expect(text(found, 'ap-northeast-1')).toContain('1 × bucket: data/Files\n  $0.025 a GB\n');
    expect(text(found, 'ap-northeast-1')).toContain(
      '1 × secret: data/Login\n  $0.40 each in us-east-1, not looked up for ap-northeast-1\n',
    );
  });

  test('is not guessed for a type that has no price here', () => {
    const found = remnants({ Table: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' } });
    expect(text(found, 'eu-west-1')).toContain('1 × AWS::DynamoDB::Table: data/Table\n  not priced\n');
  });
});
