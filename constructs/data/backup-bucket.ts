import { Duration, aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../storage/private-bucket';

export interface BackupBucketProps {
  readonly key: kms.IKey;
  readonly accessLogs: s3.IBucket;
}

/** Days an export is kept: five weeks, so that at the end of a month the exports of its start are still there. */
const exportRetentionDays = 35;
/** Days an export that was deleted or overwritten can still be brought back. */
const noncurrentVersionDays = 30;

/** Logical exports of database and vectors. */
export class BackupBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: BackupBucketProps) {
    const { key, accessLogs } = props;
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
          expiration: Duration.days(exportRetentionDays),
          noncurrentVersionExpiration: Duration.days(noncurrentVersionDays),
        },
      ],
    });
  }
}
