import {
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  Stack,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface AssetDeliveryProps {
  /**
   * Static files under content-hashed names, each with the Cache-Control it was stored with. The
   * bucket's policy lets the account's distributions read.
   */
  readonly bucket: s3.IBucket;
  readonly responseHeadersPolicy: cloudfront.IResponseHeadersPolicy;
}

/**
 * Static files from the bucket. Browsers and CloudFront keep a file as long as its Cache-Control
 * says, which for a hashed name is a year; a file that is missing is not kept, so a year is said by
 * the file and not by a header that CloudFront would put on an error as well.
 */
export class AssetDelivery extends Construct {
  /** How CloudFront answers under the assets path. */
  readonly behavior: cloudfront.BehaviorOptions;

  constructor(scope: Construct, id: string, props: AssetDeliveryProps) {
    super(scope, id);
    const { bucket, responseHeadersPolicy } = props;
    const accessControl = new cloudfront.S3OriginAccessControl(this, 'AccessControl', {
      originAccessControlName: `${Stack.of(this).stackName}-assets`,
    });
    this.behavior = {
      // `withOriginAccessControl` would write this distribution into the bucket's policy, and the
      // stack that holds the data would come to depend on the one in front of it.
      origin: origins.S3BucketOrigin.withBucketDefaults(bucket, {
        originAccessControlId: accessControl.originAccessControlId,
      }),
      // Keeps for a year at most: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      compress: true,
    };
  }
}
