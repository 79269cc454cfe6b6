import { ownKey, statements, testData } from './test-data';

const data = testData();
const bucket = (name: string) => data.named('AWS::S3::Bucket', name);
const policy = (name: string) => statements(data.named('AWS::S3::BucketPolicy', name).PolicyDocument);

function rules(properties: Record<string, unknown>): Record<string, unknown>[] {
  return (properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] }).Rules;
}

describe.each(['Backups', 'Assets', 'AccessLogs'])('the bucket %s', (name) => {
  test('is closed to the public in every way there is', () => {
    expect(bucket(name).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket(name).OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
  });

  test('refuses what is not TLS 1.2 or newer', () => {
    const refused = policy(name).filter(({ Effect }) => Effect === 'Deny');
    expect(refused.map(({ Condition }) => Condition)).toEqual(
      expect.arrayContaining([
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ]),
    );
  });

  test('does not pay for uploads that broke off', () => {
    expect(rules(bucket(name))).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
    );
  });
});

describe('backups', () => {
  test("are encrypted with the deployment's key and versioned", () => {
    expect(JSON.stringify(bucket('Backups').BucketEncryption)).toContain('aws:kms');
    expect(bucket('Backups')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { KMSMasterKeyID: ownKey }, BucketKeyEnabled: true },
        ],
      },
    });
  });

  test('are kept for five weeks, and a month longer when deleted by mistake', () => {
    expect(rules(bucket('Backups'))).toContainEqual(
      expect.objectContaining({
        ExpirationInDays: 35,
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      }),
    );
  });

  test('leave a trace of who read them', () => {
    for (const name of ['Backups', 'Assets']) {
      expect(bucket(name).LoggingConfiguration).toMatchObject({
        DestinationBucketName: { Ref: expect.stringMatching(/^AccessLogs/) },
      });
    }
  });
});

describe('assets', () => {
  test('can be read by CloudFront of this account only', () => {
    const allowed = policy('Assets').filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': expect.objectContaining({ 'Fn::Join': expect.anything() }) },
        },
      }),
    ]);
    expect(JSON.stringify(allowed)).toContain(':distribution/*');
  });

  test('never expire, as a page in use may be old', () => {
    expect(JSON.stringify(rules(bucket('Assets')))).not.toContain('Expiration');
  });
});

test('access logs have the retention of the other logs', () => {
  const { named } = testData({ logs: { retentionDays: 14 } });
  expect(rules(named('AWS::S3::Bucket', 'AccessLogs'))).toContainEqual(
    expect.objectContaining({ ExpirationInDays: 14 }),
  );
});

describe('the vector files', () => {
  const files = data.only('AWS::EFS::FileSystem');

  test('are refused to clients without TLS, without a role or without an access point', () => {
    const [withoutTls, pastAccessPoints, ...others] = statements(files.FileSystemPolicy);
    expect(others).toEqual([]);
    expect(withoutTls).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    expect(pastAccessPoints).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Condition: { Null: { 'elasticfilesystem:AccessPointArn': 'true' } },
    });
  });

  test('are reached from each zone, in the isolated tier', () => {
    const targets = data
      .all('AWS::EFS::MountTarget')
      .map(({ Properties }) => JSON.stringify(Properties.SubnetId));
    expect(targets).toEqual([expect.stringContaining('isolated'), expect.stringContaining('isolated')]);
  });

  test('pay for the throughput that is used, and stay where they are fast', () => {
    expect(files.ThroughputMode).toBe('elastic');
    expect(files).not.toHaveProperty('LifecyclePolicies');
  });

  test('have no access point here: each Chroma server makes its own', () => {
    data.template.resourceCountIs('AWS::EFS::AccessPoint', 0);
  });

  test('are not there when embeddings live in the database', () => {
    const { stack, template } = testData({ vectors: 'embedded' });
    expect(stack.stores.vectorFiles).toBeUndefined();
    template.resourceCountIs('AWS::EFS::FileSystem', 0);
  });
});
