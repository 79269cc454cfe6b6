import { Stack, aws_iam as iam, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../storage/private-bucket';

export interface AssetBucketProps {
  readonly accessLogs: s3.IBucket;
}

/**
 * Static files under hashed names. No rule deletes them: a release adds only files that are new, so a
 * file's age says nothing about its use. 5 MB a release and ten releases a month are $0.01 a month more
 * after a year.
 */
export class AssetBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, props: AssetBucketProps) {
    super(scope, id, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'assets/',
    });
    this.letCloudFrontRead();
  }

  /**
   * The distribution is in a later stack, so its id is not known here: any distribution of this account
   * may read, with requests signed by origin access control.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
   */
  private letCloudFrontRead(): void {
    const { account, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'CloudFrontReads',
        principals: [new iam.ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.arnForObjects('*')],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
        },
      }),
    );
  }
}
