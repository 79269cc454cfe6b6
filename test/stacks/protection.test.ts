import {
  nameOf,
  ofType,
  referred,
  shopNames,
  shopOf,
  type Resource,
  type Shop,
} from '../setup/every-deployment';

/* How what holds data is protected, in every stack of every deployment. */

/** What makes each kind of store encrypted. */
const encryption: Record<string, (properties: Record<string, unknown>) => unknown> = {
  'AWS::RDS::DBInstance': ({ StorageEncrypted, KmsKeyId }) => StorageEncrypted === true && KmsKeyId,
  'AWS::ElastiCache::ReplicationGroup': ({ AtRestEncryptionEnabled, KmsKeyId }) =>
    AtRestEncryptionEnabled === true && KmsKeyId,
  'AWS::EFS::FileSystem': ({ Encrypted, KmsKeyId }) => Encrypted === true && KmsKeyId,
  'AWS::S3::Bucket': ({ BucketEncryption }) => BucketEncryption,
};

/** What is not made again once it is deleted. */
const lasting = [...Object.keys(encryption), 'AWS::SecretsManager::Secret', 'AWS::KMS::Key'];

/** Alarms hold no data of customers, and nothing that is in use reads them. */
const isOperations = (stack: string) => stack.startsWith('operations');

/** The password between CloudFront and a public address is no customer's data: a new one is made with the stack. */
const replaceable = (resource: Resource) => resource.id.includes('CloudFrontOnlyPassword');

const statementsOf = ({ Properties }: Resource) =>
  (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement;

describe.each(shopNames)('%s', (name) => {
  const shop = shopOf(name);
  const { deployment } = shop;

  test('every database, cache, file system and bucket is encrypted', () => {
    const stores = Object.keys(encryption).flatMap((type) => ofType(shop, type));
    const open = stores.filter(({ Type, Properties }) => !encryption[Type]?.(Properties));
    expect(open.map(nameOf)).toEqual([]);
  });

  test('every key is renewed yearly and can be saved for 30 days after its deletion', () => {
    const keys = ofType(shop, 'AWS::KMS::Key');
    expect(keys.map(({ stack }) => stack).filter((stack) => !isOperations(stack))).toEqual(['data']);
    for (const { Properties } of keys)
      expect(Properties).toMatchObject({ EnableKeyRotation: true, PendingWindowInDays: 30 });
  });

  test('nothing that holds data goes with its stack', () => {
    const kept = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];
    const lost = lasting
      .flatMap((type) => ofType(shop, type))
      .filter((resource) => !replaceable(resource) && !isOperations(resource.stack))
      .filter(
        ({ DeletionPolicy = '', UpdateReplacePolicy = '' }) =>
          !kept.includes(DeletionPolicy) || !kept.includes(UpdateReplacePolicy),
      );
    expect(lost.map(nameOf)).toEqual([]);
  });

  test('the database speaks TLS only and is protected and backed up as the file says', () => {
    expect(ofType(shop, 'AWS::RDS::DBParameterGroup').map(({ Properties }) => Properties.Parameters)).toEqual(
      [expect.objectContaining({ 'rds.force_ssl': '1' })],
    );
    expect(ofType(shop, 'AWS::RDS::DBInstance').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        BackupRetentionPeriod: deployment.database.backupRetentionDays,
        DeleteAutomatedBackups: false,
        MultiAZ: deployment.database.multiAz,
        AutoMinorVersionUpgrade: true,
      }),
    ]);
  });

  test('every stack but network and operations refuses its deletion while the database is protected, as the file says', () => {
    const switches = ofType(shop, 'Custom::DeletionProtection');
    const stacks = new Set(
      shop.resources.map(({ stack }) => stack).filter((stack) => stack !== 'network' && !isOperations(stack)),
    );
    expect(switches.map(({ stack }) => stack).toSorted()).toEqual([...stacks].toSorted());
    for (const { Properties } of switches)
      expect(Properties.Protected).toBe(String(deployment.database.deletionProtection === true));
  });

  test('protection comes after everything else in its stack, and covers each load balancer', () => {
    for (const protection of ofType(shop, 'Custom::DeletionProtection')) {
      const inStack = shop.resources.filter(({ stack }) => stack === protection.stack);
      const balancers = inStack.filter(({ Type }) => Type === 'AWS::ElasticLoadBalancingV2::LoadBalancer');
      expect(protection.Properties.LoadBalancers).toEqual(balancers.map(({ id }) => ({ Ref: id })));
      const before = inStack.filter(({ id }) => !id.startsWith('DeletionProtection')).map(({ id }) => id);
      expect(protection.DependsOn).toEqual(expect.arrayContaining(before));
    }
  });

  test('no store has both a pinned minor version and automatic upgrades that would pass it', () => {
    const stores = ['AWS::RDS::DBInstance', 'AWS::ElastiCache::ReplicationGroup'].flatMap((type) =>
      ofType(shop, type),
    );
    const both = stores.filter(
      ({ Properties }) =>
        String(Properties.EngineVersion).includes('.') && Properties.AutoMinorVersionUpgrade !== false,
    );
    expect(both.map(nameOf)).toEqual([]);
  });

  test('the cache requires TLS and a password', () => {
    for (const { Properties } of ofType(shop, 'AWS::ElastiCache::ReplicationGroup')) {
      expect(Properties).toMatchObject({
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: 'required',
      });
      expect(JSON.stringify(Properties.AuthToken)).toContain('{{resolve:secretsmanager:');
    }
  });

  test.each(['AWS::S3::BucketPolicy', 'AWS::EFS::FileSystem'])(
    '%s refuses connections without TLS',
    (type) => {
      for (const resource of ofType(shop, type)) {
        const statements =
          type === 'AWS::EFS::FileSystem'
            ? (resource.Properties.FileSystemPolicy as { Statement: Record<string, unknown>[] }).Statement
            : statementsOf(resource);
        expect(statements).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        );
      }
    },
  );

  test('every bucket has a policy', () => {
    const withPolicy = ofType(shop, 'AWS::S3::BucketPolicy').map(
      ({ stack, Properties }) => referred(shop, stack, Properties.Bucket)?.id,
    );
    const without = ofType(shop, 'AWS::S3::Bucket').filter(({ id }) => !withPolicy.includes(id));
    expect(without.map(nameOf)).toEqual([]);
  });

  test('every log is kept as long as the file says', () => {
    const flowLogs = ofType(shop, 'AWS::EC2::FlowLog').map(
      ({ stack, Properties }) => referred(shop, stack, Properties.LogGroupName)?.id,
    );
    const days = ({ id }: Resource) =>
      flowLogs.includes(id) ? deployment.network.flowLogRetentionDays : deployment.logs.retentionDays;
    const groups = ofType(shop, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(3);
    const others = groups.filter((group) => group.Properties.RetentionInDays !== days(group));
    expect(others.map(nameOf)).toEqual([]);
    for (const { Properties } of ofType(shop, 'Custom::LogRetention'))
      expect(Properties.RetentionDays).toBe(deployment.logs.retentionDays);
    expect(ofType(shop, 'Custom::LogRetention')).toHaveLength(deployment.targets.apprunner ? 1 : 0);
  });

  test('every function logs to a group of its stack: one that Lambda makes has no retention and stays', () => {
    const functions = ofType(shop, 'AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThan(3);
    const others = functions.filter(({ stack, Properties }) => {
      const { LogGroup } = (Properties.LoggingConfig ?? {}) as { LogGroup?: unknown };
      return referred(shop, stack, LogGroup)?.Type !== 'AWS::Logs::LogGroup';
    });
    expect(others.map(nameOf)).toEqual([]);
  });

  test('every listener speaks TLS 1.2 or newer, redirects to one that does, or is inside the VPC', () => {
    for (const { stack, Properties } of ofType(shop, 'AWS::ElasticLoadBalancingV2::Listener')) {
      const balancer = referred(shop, stack, Properties.LoadBalancerArn);
      if (Properties.Protocol === 'HTTPS')
        expect(Properties.SslPolicy).toMatch(/^ELBSecurityPolicy-TLS13-1-2-/);
      else expect(balancer?.Properties.Scheme).toBe('internal');
    }
  });

  test('CloudFront sends every browser to HTTPS and takes TLS 1.2 or newer', () => {
    for (const { Properties } of ofType(shop, 'AWS::CloudFront::Distribution')) {
      const config = Properties.DistributionConfig as Distribution;
      const behaviors = [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])];
      for (const { ViewerProtocolPolicy } of behaviors)
        expect(ViewerProtocolPolicy).toBe('redirect-to-https');
      if (deployment.domain)
        expect(config.ViewerCertificate?.MinimumProtocolVersion).toMatch(/^TLSv1\.2_202/);
    }
  });
});

interface Distribution {
  readonly DefaultCacheBehavior: { readonly ViewerProtocolPolicy: string };
  readonly CacheBehaviors?: readonly { readonly ViewerProtocolPolicy: string }[];
  readonly ViewerCertificate?: { readonly MinimumProtocolVersion: string };
}

/** Which rules of cfn-lint are set aside, per resource; `reasons` stands beside them in the metadata. */
describe.each(shopNames)('rules of cfn-lint in %s', (name) => {
  const shop: Shop = shopOf(name);

  test('are set aside for no whole stack', () => {
    const stacks = [...shop.templates].filter(([, { Metadata }]) =>
      JSON.stringify(Metadata ?? {}).includes('cfn-lint'),
    );
    expect(stacks.map(([stack]) => stack)).toEqual([]);
  });

  test('are set aside at a resource with a reason each', () => {
    const metadata = shop.resources.flatMap((resource) => {
      const lint = resource.Metadata?.['cfn-lint'] as Lint | undefined;
      return lint ? [{ resource: nameOf(resource), lint }] : [];
    });
    expect(metadata.length).toBeGreaterThan(0);
    for (const { lint } of metadata) {
      expect(Object.keys(lint.reasons)).toEqual(lint.config.ignore_checks);
      for (const reason of Object.values(lint.reasons)) expect(reason).toMatch(/^.{40,}\.$/);
    }
  });
});

interface Lint {
  readonly config: { readonly ignore_checks: readonly string[] };
  readonly reasons: Readonly<Record<string, string>>;
}
