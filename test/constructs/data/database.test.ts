import { statements, testData, type TestData } from './test-data';

const data = testData();
const database = data.only('AWS::RDS::DBInstance');

function parametersOf({ only }: TestData): unknown {
  return only('AWS::RDS::DBParameterGroup').Parameters;
}

describe('the database', () => {
  test('is never public', () => {
    expect(database.PubliclyAccessible).toBe(false);
    const { SubnetIds } = data.only('AWS::RDS::DBSubnetGroup');
    expect(SubnetIds).toHaveLength(2);
    for (const subnet of SubnetIds as unknown[]) expect(JSON.stringify(subnet)).toContain('isolated');
  });

  test('speaks over TLS only, and takes no password in an outdated form', () => {
    expect(parametersOf(data)).toMatchObject({
      'rds.force_ssl': '1',
      'rds.accepted_password_auth_method': 'scram',
    });
    expect(database.CACertificateIdentifier).toMatch(/^rds-ca-.*-g1$/);
  });

  test('has a standby in another zone, unless the deployment says otherwise', () => {
    expect(database.MultiAZ).toBe(true);
    expect(testData({ database: { multiAz: false } }).only('AWS::RDS::DBInstance').MultiAZ).toBe(false);
  });

  test('can be put back to any second of the last days', () => {
    const { BackupRetentionPeriod } = testData({ database: { backupRetentionDays: 35 } }).only(
      'AWS::RDS::DBInstance',
    );
    expect([database.BackupRetentionPeriod, BackupRetentionPeriod]).toEqual([14, 35]);
    expect(database).toMatchObject({ CopyTagsToSnapshot: true, DeleteAutomatedBackups: false });
  });

  test('is backed up and maintained at different hours', () => {
    const hours = (window: unknown) => String(window).replaceAll('Sun:', '').split('-');
    const [, backupEnd = ''] = hours(database.PreferredBackupWindow);
    const [maintenanceStart = ''] = hours(database.PreferredMaintenanceWindow);
    expect(backupEnd < maintenanceStart).toBe(true);
  });

  test('cannot be deleted, unless the deployment gives a reason', () => {
    const optOut = { enabled: false, optOutReason: 'made anew for every test run' } as const;
    const open = testData({ database: { deletionProtection: optOut } });
    expect(data.only('Custom::DeletionProtection').Protected).toBe('true');
    expect(open.only('Custom::DeletionProtection').Protected).toBe('false');
  });

  test.each([
    [17, /^17\.\d+$/, 'postgres17'],
    [18, /^18\.\d+$/, 'postgres18'],
  ] as const)('is PostgreSQL %s when asked for', (postgres, version, family) => {
    const asked = testData({ database: { postgres } });
    expect(asked.only('AWS::RDS::DBInstance').EngineVersion).toMatch(version);
    expect(asked.only('AWS::RDS::DBParameterGroup').Family).toBe(family);
  });

  test('grows by itself to five times its size, or as stated', () => {
    expect(database).toMatchObject({ StorageType: 'gp3', AllocatedStorage: '20', MaxAllocatedStorage: 100 });
    const stated = testData({ database: { storageGiB: 50, maxStorageGiB: 80 } });
    expect(stated.only('AWS::RDS::DBInstance')).toMatchObject({
      AllocatedStorage: '50',
      MaxAllocatedStorage: 80,
    });
  });

  test.each([
    [13_107, 65_535],
    [13_108, 65_536],
    [16_384, 65_536],
  ])('of %i GiB grows by itself to %i GiB; RDS takes no more than 65,536', (storageGiB, most) => {
    const large = testData({ database: { storageGiB } });
    expect(large.only('AWS::RDS::DBInstance')).toMatchObject({ MaxAllocatedStorage: most });
  });

  test('writes its log to groups that exist before it and have a retention', () => {
    expect(database.EnableCloudwatchLogsExports).toEqual(['postgresql', 'upgrade']);
    for (const log of ['postgresql', 'upgrade']) {
      const [id, group] =
        Object.entries(data.resources).find(
          ([, { Type, Properties }]) =>
            Type === 'AWS::Logs::LogGroup' &&
            JSON.stringify(Properties.LogGroupName ?? '').includes(`/${log}"`),
        ) ?? [];
      expect(group?.Properties.RetentionInDays).toBe(90);
      expect(data.all('AWS::RDS::DBInstance')[0]?.DependsOn).toContain(id);
    }
  });

  test("has a master password that RDS makes, keeps under the deployment's key and rotates", () => {
    expect(database.ManageMasterUserPassword).toBe(true);
    expect(database).not.toHaveProperty('MasterUserPassword');
  });
});

describe('the application login', () => {
  test.each([30, 7])('is rotated every %s days by the function that made it', (rotationDays) => {
    const { only } = testData({ database: { rotationDays } });
    const schedule = only('AWS::SecretsManager::RotationSchedule');
    expect(schedule).toMatchObject({
      RotationRules: { AutomaticallyAfterDays: rotationDays },
      RotateImmediatelyOnUpdate: false,
      RotationLambdaARN: only('Custom::DatabaseLogin').ServiceToken,
    });
  });

  test('is there before the stack is done, and before it is rotated', () => {
    const [schedule] = data.all('AWS::SecretsManager::RotationSchedule');
    expect(schedule?.DependsOn).toEqual(expect.arrayContaining([expect.stringContaining('FirstLogin')]));
    const [firstLogin] = data.all('Custom::DatabaseLogin');
    expect(firstLogin?.DependsOn).toEqual(
      expect.arrayContaining([expect.stringMatching(/^DatabaseSecurityGroupfrom/)]),
    );
  });

  test('is made anew in a database at another address', () => {
    expect(data.only('Custom::DatabaseLogin').Host).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^DatabaseInstance/), 'Endpoint.Address'],
    });
  });

  test('is generated once: nothing that may change is part of how', () => {
    const login = data
      .all('AWS::SecretsManager::Secret')
      .map(({ Properties }) => Properties.GenerateSecretString as Record<string, unknown>)
      .find(({ GenerateStringKey }) => GenerateStringKey === 'password');
    expect(login?.SecretStringTemplate).toBe('{"username":"shop_a"}');
    expect(login?.ExcludePunctuation).toBe(true);
  });

  test('its function may touch its own secret, read the master’s, and no other', () => {
    const rights = data
      .all('AWS::IAM::Policy')
      .flatMap(({ Properties }) => statements(Properties.PolicyDocument))
      .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('secretsmanager:')));
    const writes = rights.filter(({ Action }) => [Action].flat().includes('secretsmanager:PutSecretValue'));
    expect(rights.map(({ Resource }) => JSON.stringify(Resource)).toSorted()).toEqual([
      expect.stringContaining('MasterUserSecret.SecretArn'),
      expect.stringContaining('DatabaseLoginSecret'),
    ]);
    expect(writes.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringContaining('DatabaseLoginSecret'),
    ]);
  });

  test('only Secrets Manager of this account may call its function', () => {
    expect(data.all('AWS::Lambda::Permission').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        Principal: 'secretsmanager.amazonaws.com',
        SourceAccount: { Ref: 'AWS::AccountId' },
      }),
    ]);
  });
});
