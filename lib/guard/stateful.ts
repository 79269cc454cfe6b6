/**
 * Resource types that hold data which a new resource does not have. CDK's own list
 * (https://github.com/awslabs/aws-service-spec, `isStateful`) lacks the registry of images and has
 * subnets of a network, which hold none.
 */
const stateful: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::ECR::Repository',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
]);

export function isStateful(type: string): boolean {
  return stateful.has(type);
}
