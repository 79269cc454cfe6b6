import { ownKey, statements, testData } from './test-data';

const data = testData();
const database = data.only('AWS::RDS::DBInstance');
const cache = data.only('AWS::ElastiCache::ReplicationGroup');
const groupOf = (id: string) => ({ 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${id}`)), 'GroupId'] });

/** What an operator reads in the console beside a resource. */
const described: Record<string, string> = {
  'AWS::EC2::SecurityGroup': 'GroupDescription',
  'AWS::ElastiCache::ParameterGroup': 'Description',
  'AWS::ElastiCache::ReplicationGroup': 'ReplicationGroupDescription',
  'AWS::ElastiCache::SubnetGroup': 'Description',
  'AWS::KMS::Key': 'Description',
  'AWS::Lambda::Function': 'Description',
  'AWS::SecretsManager::Secret': 'Description',
};

test.each(Object.entries(described))('every %s has a description of its own', (type, property) => {
  const descriptions = testData({ container: { secrets: { SECRET_KEY: { generate: 64 } } } })
    .all(type)
    .map(({ Properties }) => Properties[property]);
  for (const description of descriptions) expect(description).toMatch(/^\w.{4,}/);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});

test('every rule between security groups says what it is for', () => {
  for (const type of ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'])
    for (const { Properties } of data.all(type)) expect(Properties.Description).toMatch(/^\w.{4,}/);
});

test('no store opens a connection; the rotation reaches AWS over HTTPS and the database', () => {
  const outbound = Object.fromEntries(
    data
      .all('AWS::EC2::SecurityGroup')
      .map(({ Properties }) => [Properties.GroupDescription, Properties.SecurityGroupEgress]),
  );
  const nothing = [expect.objectContaining({ CidrIp: '255.255.255.255/32' })];
  expect(outbound).toEqual({
    PostgreSQL: nothing,
    Valkey: nothing,
    'Vector files': nothing,
    'Keeper of the database login': [
      {
        CidrIp: '0.0.0.0/0',
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        Description: expect.stringMatching(/S3/),
      },
    ],
  });
});

describe('the database', () => {
  test('has its own security group, and targets reach it by its port', () => {
    expect(database.VPCSecurityGroups).toEqual([groupOf('DatabaseSecurityGroup')]);
    const { connections } = data.stack.stores.database;
    expect(connections.securityGroups).toHaveLength(1);
    expect(connections.defaultPort?.toString()).toBe('5432');
  });

  test("has a master user whose password is encrypted with the deployment's key", () => {
    expect(database).toMatchObject({ MasterUsername: 'postgres', MasterUserSecret: { KmsKeyId: ownKey } });
  });

  test('gets minor versions by itself, in a window on Sunday', () => {
    expect(database).toMatchObject({
      AutoMinorVersionUpgrade: true,
      PreferredBackupWindow: expect.stringMatching(/^\d\d:\d\d-\d\d:\d\d$/),
      PreferredMaintenanceWindow: expect.stringMatching(/^Sun:\d\d:\d\d-Sun:\d\d:\d\d$/),
    });
  });

  test('has a name that no other stack has, from the id of its stack', () => {
    expect(JSON.stringify(database.DBInstanceIdentifier)).toMatch(/"db-".*"AWS::StackId"/);
  });

  test('logs slow statements and waits for a lock, and ends transactions that are left open', () => {
    expect(data.only('AWS::RDS::DBParameterGroup').Parameters).toMatchObject({
      log_min_duration_statement: '1000',
      log_lock_waits: '1',
      idle_in_transaction_session_timeout: '60000',
    });
  });
});

describe('the cache', () => {
  test('has its own security group, and targets reach it by its port', () => {
    expect(cache.SecurityGroupIds).toEqual([groupOf('CacheSecurityGroup')]);
    const connections = data.stack.stores.cache?.connections;
    expect(connections?.securityGroups).toHaveLength(1);
    expect(connections?.defaultPort?.toString()).toBe('6379');
  });

  test('is the node of the file, encrypted, saved daily and kept on the newest minor version', () => {
    expect(cache).toMatchObject({
      CacheNodeType: 'cache.t4g.micro',
      AtRestEncryptionEnabled: true,
      AutoMinorVersionUpgrade: true,
      SnapshotRetentionLimit: 1,
      SnapshotWindow: expect.stringMatching(/^\d\d:\d\d-\d\d:\d\d$/),
      PreferredMaintenanceWindow: expect.stringMatching(/^sun:\d\d:\d\d-sun:\d\d:\d\d$/),
    });
  });

  test('writes its logs as JSON to groups with the retention of the file', () => {
    for (const log of cache.LogDeliveryConfigurations as Record<string, unknown>[]) {
      expect(log).toMatchObject({ LogFormat: 'json', DestinationType: 'cloudwatch-logs' });
      expect(JSON.stringify(log.DestinationDetails)).toMatch(/"LogGroup":\{"Ref":"CacheLogs/);
    }
    for (const { Properties } of data.all('AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(90);
  });
});

describe('the files', () => {
  test('of the vectors are encrypted, and no client gets past the access points', () => {
    const files = data.only('AWS::EFS::FileSystem');
    expect(files.Encrypted).toBe(true);
    const [withoutTls, withoutAccessPoint] = statements(files.FileSystemPolicy);
    expect(withoutTls).toMatchObject({ Sid: 'TlsOnly' });
    expect(withoutAccessPoint).toMatchObject({
      Sid: 'ThroughAnAccessPointOnly',
      Action: ['Mount', 'RootAccess', 'Write'].map((right) => `elasticfilesystem:Client${right}`),
    });
  });

  test('in the bucket of assets can be read, each of them', () => {
    const { PolicyDocument } = data.named('AWS::S3::BucketPolicy', 'Assets');
    const [allowed] = statements(PolicyDocument).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject({ Sid: 'CloudFrontReads' });
    expect(JSON.stringify(allowed?.Resource)).toMatch(/"Arn"\]\},"\/\*"/);
  });

  test.each(['Backups', 'Assets'])('of %s have access logs under a prefix of their own', (bucket) => {
    expect(data.named('AWS::S3::Bucket', bucket).LoggingConfiguration).toMatchObject({
      LogFilePrefix: `${bucket.toLowerCase()}/`,
    });
  });
});

test('the key may be used through Secrets Manager by every reader of a secret', () => {
  const [, throughSecretsManager] = statements(data.only('AWS::KMS::Key').KeyPolicy);
  expect(throughSecretsManager).toMatchObject({
    Sid: 'ThroughSecretsManager',
    Resource: '*',
    Condition: { StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } } },
  });
});

test('the function of the login gets the address of the database and both secrets', () => {
  expect(data.named('AWS::Lambda::Function', 'DatabaseLogin').Environment).toEqual({
    Variables: {
      LOGIN_SECRET: { Ref: expect.stringMatching(/^DatabaseLoginSecret/) },
      MASTER_SECRET: {
        'Fn::GetAtt': [expect.stringMatching(/^DatabaseInstance/), 'MasterUserSecret.SecretArn'],
      },
      DATABASE_HOST: { 'Fn::GetAtt': [expect.stringMatching(/^DatabaseInstance/), 'Endpoint.Address'] },
      DATABASE_PORT: '5432',
      DATABASE_NAME: 'shop',
    },
  });
});
