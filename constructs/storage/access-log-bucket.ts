import { Duration, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { PrivateBucket } from './private-bucket';

export interface AccessLogBucketProps {
  readonly logs: LogSettings;
}

/** Who read or wrote which object in the other buckets. S3 delivers access logs to S3-managed encryption only without further rights. */
export class AccessLogBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(props.logs.retentionDays) }],
    });
  }
}
