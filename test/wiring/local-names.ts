import type { LocalNames } from './resolve-environment';

/** What the parts of AWS are called on this machine. */
export const names: LocalNames = {
  'AWS::RDS::DBInstance.Endpoint.Address': 'localhost',
  'AWS::ElastiCache::ReplicationGroup.PrimaryEndPoint.Address': 'localhost',
  'AWS::S3::Bucket.Ref': 'backups',
};
export const password = 'not-a-secret-of-anyone';
const login = {
  username: 'shop',
  password,
  url: `postgresql://shop:${password}@localhost:5432/shop?sslmode=require`,
};
/** What the secrets hold on this machine. */
export const secretOf = (_: string, logicalId: string) =>
  logicalId.includes('Login') ? login : 'x'.repeat(64);
