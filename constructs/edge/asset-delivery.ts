import { join } from 'node:path';
import {
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  Stack,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface AssetDeliveryProps {
  /** Static files under content-hashed names; its policy lets the account's distributions read. */
  readonly bucket: s3.IBucket;
  /** The application, whose image carries the same files. */
  readonly application: cloudfront.IOrigin;
  readonly responseHeadersPolicy: cloudfront.IResponseHeadersPolicy;
}

/**
 * Static files from the bucket, kept by browsers for a year. A file that is not there yet, as on the
 * day of the first deployment, comes from the application, so a page never waits for an upload.
 */
export class AssetDelivery extends Construct {
  /** How CloudFront answers under the assets path. */
  readonly behavior: cloudfront.BehaviorOptions;

  constructor(scope: Construct, id: string, props: AssetDeliveryProps) {
    super(scope, id);
    const { bucket, application, responseHeadersPolicy } = props;
    const { stackName } = Stack.of(this);
    const accessControl = new cloudfront.S3OriginAccessControl(this, 'AccessControl', {
      originAccessControlName: `${stackName}-assets`,
    });
    const immutable = new cloudfront.Function(this, 'Immutable', {
      functionName: `${stackName}-immutable-assets`,
      code: cloudfront.FunctionCode.fromFile({ filePath: join(__dirname, 'immutable-assets.function.js') }),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });

    this.behavior = {
      origin: new origins.OriginGroup({
        // `withOriginAccessControl` would write this distribution into the bucket's policy, and the
        // stack that holds the data would come to depend on the one in front of it.
        primaryOrigin: origins.S3BucketOrigin.withBucketDefaults(bucket, {
          originAccessControlId: accessControl.originAccessControlId,
        }),
        fallbackOrigin: application,
        // S3 says 403 for a missing file to whoever may not list the bucket.
        fallbackStatusCodes: [403, 404, 500, 502, 503, 504],
      }),
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [
        { function: immutable, eventType: cloudfront.FunctionEventType.VIEWER_RESPONSE },
      ],
      compress: true,
    };
  }
}
