import {
  CustomResource,
  Duration,
  RemovalPolicy,
  Validations,
  aws_iam as iam,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';
import { Handler } from '../lambda/handler';
import { PrivateBucket } from '../storage/private-bucket';

export interface CanaryArtifactsProps {
  /** Days for which the result of a run is kept. @default 14 */
  readonly days?: number;
  readonly logs: LogSettings;
}

/**
 * Where Synthetics writes the result of each run. It goes with its stack, as what it has is worth nothing without
 * the canary: a function empties it first, because S3 deletes no bucket with an object.
 */
export class CanaryArtifacts extends Construct {
  readonly bucket: s3.IBucket;
  /** CloudFormation deletes in the reverse order: what depends on this, then the objects, then the bucket. */
  readonly emptied: IDependable;

  constructor(scope: Construct, id: string, props: CanaryArtifactsProps) {
    super(scope, id);
    const { days = 14, logs } = props;
    const bucket = new PrivateBucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(days) }],
    });
    bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'It has results of the canary, which asks as any visitor does, and no data of customers. They expire.',
    });
    this.bucket = bucket;
    this.emptied = emptiedOnDeletion(this, bucket, logs);
  }
}

function emptiedOnDeletion(scope: Construct, bucket: s3.IBucket, logs: LogSettings): CustomResource {
  /* eslint-disable awscdk/require-passing-this -- a part of the construct above */
  const handler = new Handler(scope, 'Handler', {
    logs,
    name: 'empty-artifacts',
    description: 'Empties the bucket of the canary when the stack is deleted',
    timeout: Duration.minutes(5),
  });
  /* eslint-enable awscdk/require-passing-this */
  handler.addToRolePolicy(
    new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  );
  const everyObject = bucket.arnForObjects('*');
  handler.addToRolePolicy(
    new iam.PolicyStatement({ actions: ['s3:DeleteObject'], resources: [everyObject] }),
  );
  acknowledgeWildcard(handler.role ?? handler, everyObject, 'Synthetics chooses the names of the objects.');
  /* eslint-disable-next-line awscdk/require-passing-this -- a part of the construct above */
  return new CustomResource(scope, 'Emptied', {
    resourceType: 'Custom::EmptyBucket',
    serviceToken: handler.functionArn,
    serviceTimeout: Duration.minutes(6),
    properties: { Bucket: bucket.bucketName },
  });
}
