import { ownKey, testData } from '../constructs/data/test-data';
import { maskedTemplate } from '../setup/stack-tests';

const data = testData();

/** Where each kind of store states its key. */
const keys: Record<string, (properties: Record<string, unknown>) => unknown> = {
  'AWS::RDS::DBInstance': ({ KmsKeyId }) => KmsKeyId,
  'AWS::ElastiCache::ReplicationGroup': ({ KmsKeyId }) => KmsKeyId,
  'AWS::EFS::FileSystem': ({ KmsKeyId }) => KmsKeyId,
  'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
};
const stores = [...Object.keys(keys), 'AWS::S3::Bucket', 'AWS::KMS::Key'];

test('the data, whole', () => {
  expect(maskedTemplate(data.stack)).toMatchSnapshot();
});

test.each(Object.keys(keys))("every %s is encrypted with the deployment's key", (type) => {
  const found = data.all(type).map(({ Properties }) => keys[type]?.(Properties));
  expect(found.length).toBeGreaterThan(0);
  for (const key of found) expect(key).toEqual(ownKey);
});

test('every database and file system is encrypted, and so is every bucket', () => {
  expect(data.only('AWS::RDS::DBInstance').StorageEncrypted).toBe(true);
  expect(data.only('AWS::ElastiCache::ReplicationGroup').AtRestEncryptionEnabled).toBe(true);
  expect(data.only('AWS::EFS::FileSystem').Encrypted).toBe(true);
  for (const { Properties } of data.all('AWS::S3::Bucket'))
    expect(Properties).toHaveProperty('BucketEncryption');
});

test.each(stores)('no %s is deleted with the stack', (type) => {
  const found = data.all(type);
  expect(found.length).toBeGreaterThan(0);
  for (const { DeletionPolicy, UpdateReplacePolicy } of found) {
    expect(['Retain', 'RetainExceptOnCreate', 'Snapshot']).toContain(DeletionPolicy);
    expect(['Retain', 'Snapshot']).toContain(UpdateReplacePolicy);
  }
});

test('nothing in the template refuses the rollback of a first deployment', () => {
  expect(data.stack.terminationProtection).toBe(false);
  expect(data.only('AWS::RDS::DBInstance')).not.toHaveProperty('DeletionProtection');
});

test.each(['AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket', 'AWS::EFS::FileSystem'])(
  'no %s is left behind by a first deployment that fails',
  (type) => {
    for (const { DeletionPolicy } of data.all(type)) expect(DeletionPolicy).toBe('RetainExceptOnCreate');
  },
);

test('only the rotation of the login may connect', () => {
  const inline = data
    .all('AWS::EC2::SecurityGroup')
    .flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
  expect(inline).toEqual([]);
  expect(data.all('AWS::EC2::SecurityGroupIngress').map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({
      FromPort: 5432,
      ToPort: 5432,
      SourceSecurityGroupId: { 'Fn::GetAtt': [expect.stringMatching(/^DatabaseLogin/), 'GroupId'] },
    }),
  ]);
});

test('no password stands in the template', () => {
  expect(JSON.stringify(data.resources)).not.toMatch(/"(MasterUserPassword|SecretString|password)":/i);
});

test('every log has a retention', () => {
  for (const { Properties } of data.all('AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(90);
});

test('two deployments have no physical name in common, as neither states one', () => {
  // A policy's name is unique inside its role only.
  const nameable = Object.values(data.resources).filter(({ Type }) => Type !== 'AWS::IAM::Policy');
  const stated = nameable.flatMap(({ Properties }) =>
    Object.entries(Properties)
      .filter(([key, value]) => /(Name|Identifier|Id)$/.test(key) && typeof value === 'string')
      .map(([key, value]) => `${key}: ${String(value)}`),
  );
  expect([...new Set(stated)].toSorted()).toEqual([
    // The database inside an instance, and an authority of AWS's: neither names a resource of ours.
    'CACertificateIdentifier: rds-ca-rsa2048-g1',
    'DBName: shop',
  ]);
});
