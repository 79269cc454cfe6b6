import { aws_cloudfront as cloudfront, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface PageCacheProps {
  /**
   * Pages of one name of the site are no pages of another. Headers of the cache key are forwarded
   * as well, so this is only for an origin that answers to the customer's `Host`.
   */
  readonly byHost: boolean;
}

/**
 * Keeps a page as long as the application's own Cache-Control says, a day at most. Where it says
 * nothing, or `no-cache`, every request reaches the application.
 *
 * The managed policy with the same aim (UseOriginCacheControlHeaders-QueryStrings) leaves
 * `Authorization` out of the cache key, so one customer's page could be another's answer
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html).
 */
export class PageCache extends cloudfront.CachePolicy {
  constructor(scope: Construct, id: string, props: PageCacheProps) {
    const { stackName } = Stack.of(scope);
    super(scope, id, {
      cachePolicyName: props.byHost ? `${stackName}-pages-by-host` : `${stackName}-pages`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      headerBehavior: cloudfront.CacheHeaderBehavior.allowList(
        'Authorization',
        'Origin',
        ...(props.byHost ? ['Host'] : []),
      ),
      cookieBehavior: cloudfront.CacheCookieBehavior.all(),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }
}
