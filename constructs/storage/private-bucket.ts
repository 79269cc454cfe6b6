import { Duration, RemovalPolicy, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface PrivateBucketProps extends Pick<
  s3.BucketProps,
  | 'encryption'
  | 'encryptionKey'
  | 'bucketKeyEnabled'
  | 'versioned'
  | 'serverAccessLogsBucket'
  | 'serverAccessLogsPrefix'
> {
  readonly lifecycleRules?: s3.LifecycleRule[];
}

/** No public access, no ACLs, TLS 1.2 or newer, and it outlives the stack. */
export class PrivateBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, privateAndRetained(props));
  }
}

function privateAndRetained(props: PrivateBucketProps): s3.BucketProps {
  // Parts of an upload that broke off are invisible, and paid for.
  const tidying: s3.LifecycleRule = { abortIncompleteMultipartUploadAfter: Duration.days(7) };
  return {
    ...props,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [tidying, ...(props.lifecycleRules ?? [])],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  };
}
