import { testData } from './test-data';

const data = testData();
const cache = data.only('AWS::ElastiCache::ReplicationGroup');

describe('the cache', () => {
  test('takes TLS with a password, and nothing else', () => {
    expect(cache).toMatchObject({ TransitEncryptionEnabled: true, TransitEncryptionMode: 'required' });
    expect(JSON.stringify(cache.AuthToken)).toContain('{{resolve:secretsmanager:');
  });

  test('its address requires TLS', () => {
    expect(data.stack.resolve(data.stack.stores.cache?.url)).toEqual({
      'Fn::Join': [
        '',
        ['rediss://', { 'Fn::GetAtt': [expect.any(String), 'PrimaryEndPoint.Address'] }, ':6379'],
      ],
    });
  });

  test('is Valkey 9, where what expires anyway goes first when memory is full', () => {
    expect(cache).toMatchObject({ Engine: 'valkey', EngineVersion: expect.stringMatching(/^9\./) });
    expect(data.only('AWS::ElastiCache::ParameterGroup')).toMatchObject({
      CacheParameterGroupFamily: 'valkey9',
      Properties: { 'maxmemory-policy': 'volatile-lru' },
    });
  });

  test('has a replica in another zone that takes over', () => {
    expect(cache).toMatchObject({
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
    });
  });

  test('is one node when the deployment asks for no more', () => {
    const single = testData({ cache: { multiAz: false } }).only('AWS::ElastiCache::ReplicationGroup');
    expect(single).toMatchObject({
      NumCacheClusters: 1,
      AutomaticFailoverEnabled: false,
      MultiAZEnabled: false,
    });
  });

  test('stands in the isolated subnets', () => {
    const { SubnetIds } = data.only('AWS::ElastiCache::SubnetGroup');
    expect(SubnetIds).toHaveLength(2);
    for (const subnet of SubnetIds as unknown[]) expect(JSON.stringify(subnet)).toContain('isolated');
  });

  test('is not worked on while the database is', () => {
    const database = data.only('AWS::RDS::DBInstance');
    const [, databaseEnd = ''] = String(database.PreferredMaintenanceWindow).toLowerCase().split('-');
    const [cacheStart = ''] = String(cache.PreferredMaintenanceWindow).split('-');
    expect(databaseEnd < cacheStart).toBe(true);
  });

  test('reports slow commands and its own events', () => {
    expect(cache.LogDeliveryConfigurations).toEqual([
      expect.objectContaining({ LogType: 'slow-log' }),
      expect.objectContaining({ LogType: 'engine-log' }),
    ]);
  });

  test('is not there when the deployment runs without one', () => {
    const none = testData({ cache: 'none', container: { sessions: 'cookie' } });
    expect(none.stack.stores.cache).toBeUndefined();
    none.template.resourceCountIs('AWS::ElastiCache::ReplicationGroup', 0);
  });
});
