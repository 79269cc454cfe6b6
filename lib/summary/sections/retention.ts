import { entry, fact, facts, text } from '../facts';
import { at, type Section } from '../resource';

/** What survives a deletion, and how long data, backups, logs and logins last. */
export const retention: Section = {
  title: 'Retention and protection',
  lines: (resources) => [
    ...entry(
      'kept when the resource leaves its template',
      resources
        .filter(({ deletionPolicy }) => /^(Retain|Snapshot)/.test(deletionPolicy))
        .map(({ name, type, deletionPolicy }) => `${name} (${type}): ${deletionPolicy}`),
    ),
    ...facts(resources, {
      'Custom::DeletionProtection': ['Protected', 'DatabaseInstance', 'LoadBalancers'],
      'AWS::EC2::FlowLog': ['LogGroupName'],
      'AWS::EFS::FileSystem': ['BackupPolicy.Status', 'LifecyclePolicies', 'Encrypted'],
      'AWS::ElastiCache::ReplicationGroup': [
        'SnapshotRetentionLimit',
        'AtRestEncryptionEnabled',
        'TransitEncryptionEnabled',
      ],
      'AWS::ElasticLoadBalancingV2::LoadBalancer': ['LoadBalancerAttributes'],
      'AWS::KMS::Key': ['EnableKeyRotation', 'PendingWindowInDays'],
      'AWS::RDS::DBInstance': [
        'DeleteAutomatedBackups',
        'BackupRetentionPeriod',
        'PreferredBackupWindow',
        'PreferredMaintenanceWindow',
        'StorageEncrypted',
        'PerformanceInsightsRetentionPeriod',
      ],
      'AWS::S3::Bucket': [
        'VersioningConfiguration.Status',
        'LifecycleConfiguration.Rules',
        'BucketEncryption',
      ],
      'AWS::SecretsManager::RotationSchedule': ['SecretId', 'RotationRules'],
      'AWS::SecretsManager::Secret': ['GenerateSecretString.PasswordLength'],
    }),
    ...entry(
      'logs',
      resources.flatMap(({ name, type, properties }) =>
        type === 'AWS::Logs::LogGroup' ? fact(name, days(properties)) : [],
      ),
    ),
  ],
};

function days(properties: unknown): string {
  const kept = at(properties, 'RetentionInDays');
  return kept === undefined ? 'for ever' : `${text(kept)} days`;
}
