import type {
  aws_cloudfront as cloudfront,
  aws_cloudwatch as cloudwatch,
  aws_events as events,
  aws_iam as iam,
  aws_route53 as route53,
  Duration,
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
  /** What the alarms need to count. */
  readonly events: TargetEvents;
  /** Log group of the application. */
  readonly logGroupName: string;
  /** Log group of the jobs. @default - that of the application */
  readonly jobLogGroupName?: string;
  /** Names of the alarms that roll a release back. @default - no alarm does */
  readonly rollbackAlarms?: readonly string[];
  /** The Chroma server of the target. @default - it has none */
  readonly chroma?: EcsServiceName;
}

/** A service in its cluster, as the metrics of ECS name it. */
export interface EcsServiceName {
  readonly cluster: { readonly clusterName: string };
  readonly serviceName: string;
}

/** Events of EventBridge that belong to a target. */
export interface TargetEvents {
  /** A release failed, and the former version comes back. */
  readonly releaseFailed: events.EventPattern;
  /** A release is complete. */
  readonly releaseCompleted: events.EventPattern;
  /** A task of the service ended by itself. @default - the service does not report it */
  readonly taskFailed?: events.EventPattern;
  /** A job of the image failed, or was completed, by the last word of its command. */
  readonly jobFailed: (command: string) => events.EventPattern;
  readonly jobCompleted: (command: string) => events.EventPattern;
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

/** What is known of the requests. Metrics have no period of their own: the reader gives one. */
export interface RequestMetrics {
  /** Requests; their sum. */
  readonly requests: cloudwatch.Metric;
  /** 5xx answers; sums. Where several parts answer, each counts its own. */
  readonly serverErrors: readonly cloudwatch.Metric[];
  /** Time until the target answers, one value for each request. */
  readonly responseTime: cloudwatch.Metric;
  readonly responseTimeUnit: 'seconds' | 'milliseconds';
}

/** What a target measures. */
export interface TargetMetrics extends RequestMetrics {
  /** Percent of the CPU that was asked for. */
  readonly cpuPercent: cloudwatch.Metric;
  /** Percent of the memory that was asked for. */
  readonly memoryPercent: cloudwatch.Metric;
  /** Tasks or instances that pass the health check. */
  readonly healthyTasks: (period: Duration) => cloudwatch.IMetric;
  /** Tasks that fail the health check. @default - the service does not report it */
  readonly unhealthyTasks?: (period: Duration) => cloudwatch.IMetric;
  /** Number of running tasks, when its period is one minute. @default - the service does not report it */
  readonly runningTasks?: cloudwatch.Metric;
  /** Data points, at least one a minute while the target runs. */
  readonly heartbeat: cloudwatch.Metric;
}
