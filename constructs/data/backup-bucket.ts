import { Duration, aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../storage/private-bucket';

export interface BackupBucketProps {
  readonly key: kms.IKey;
  readonly accessLogs: s3.IBucket;
  /** Days an export is kept. */
  readonly retentionDays: number;
}

/** Days an export that was deleted or overwritten can still be brought back. */
const noncurrentVersionDays = 30;
/** Infrequent access bills 30 days at least, so it pays for what stays as long after the move. */
const infrequentAccessAfterDays = 30;

/** Logical exports of database and vectors. */
export class BackupBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: BackupBucketProps) {
    const { key, accessLogs, retentionDays } = props;
    super(scope, id, {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      // One call to KMS for many objects.
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'backups/',
      lifecycleRules: [
        {
          expiration: Duration.days(retentionDays),
          noncurrentVersionExpiration: Duration.days(noncurrentVersionDays),
          transitions: transitions(retentionDays),
        },
      ],
    });
  }
}

function transitions(retentionDays: number): s3.Transition[] {
  if (retentionDays < 2 * infrequentAccessAfterDays) return [];
  return [
    {
      storageClass: s3.StorageClass.INFREQUENT_ACCESS,
      transitionAfter: Duration.days(infrequentAccessAfterDays),
    },
  ];
}
