import type {
  aws_cloudfront as cloudfront,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  aws_route53 as route53,
} from 'aws-cdk-lib';

/**
 * A running service on any target. The edge routes to it and the alarms watch it through this interface
 * only; neither has code for a certain target.
 */
export interface Target extends iam.IGrantable {
  /** What the edge needs to route. */
  readonly origin: TargetOrigin;
  /** What the alarms need to watch. */
  readonly metrics: TargetMetrics;
}

export interface TargetOrigin {
  /** Where CloudFront forwards to; called once for each distribution. */
  cloudFrontOrigin(): cloudfront.IOrigin;
  /**
   * The service answers to its own name only, as App Runner does, so the customer's `Host` is not forwarded.
   * @default false
   */
  readonly ownNameOnly?: boolean;
  /** Where DNS points when no CDN stands in front; absent when the target is reachable through CloudFront only. */
  readonly publicEndpoint?: PublicEndpoint;
}

export interface PublicEndpoint {
  readonly domainName: string;
  /** Route 53 alias to the endpoint; absent where the service takes custom names only through its own API. */
  readonly alias?: route53.IAliasRecordTarget;
  /** What a regional web ACL is associated with; absent where it cannot be. */
  readonly firewallResourceArn?: string;
}

export interface TargetMetrics {
  /** Requests, sum a period. */
  readonly requests: cloudwatch.IMetric;
  /** 5xx answers of the application, sum a period. */
  readonly serverErrors: cloudwatch.IMetric;
  /** 95th percentile of the response time, in milliseconds. */
  readonly latencyP95Ms: cloudwatch.IMetric;
  /** Percent of what was asked for. */
  readonly cpuPercent: cloudwatch.IMetric;
  /** Percent of what was asked for. */
  readonly memoryPercent: cloudwatch.IMetric;
  /** Tasks or instances that pass the health check. */
  readonly healthyTasks: cloudwatch.IMetric;
}
