import { aws_cloudwatch as cloudwatch, type Duration } from 'aws-cdk-lib';
import { edgeRegion } from '../../lib/stacks/names';
import type { AlarmSet } from './alarm-set';

/** What of the edge can be watched. Each part is absent when the deployment has none. */
export interface WatchedEdge {
  readonly distributionId?: string;
  /** Log group of the access log, in us-east-1. */
  readonly accessLogName?: string;
  readonly firewall?: WatchedFirewall;
  readonly certificateArn?: string;
}

export interface WatchedFirewall {
  /** Name of the web ACL in its metrics. */
  readonly metricName: string;
  /** Log group of what it blocked, in the same region. */
  readonly logGroupName: string;
  /** Region of a regional web ACL. @default - the web ACL is CloudFront's */
  readonly region?: string;
}

const fewestRequests = 50;

/** Alarms on CloudFront and its certificate. CloudWatch has their metrics in us-east-1 only. */
export function distributionAlarms(alarms: AlarmSet, { distributionId, certificateArn }: WatchedEdge): void {
  if (distributionId !== undefined) {
    alarms.raise('edge-server-errors', (period) => errorRate('5xxErrorRate', distributionId, period));
    alarms.raise('edge-client-errors', (period) => errorRate('4xxErrorRate', distributionId, period));
  }
  if (certificateArn !== undefined)
    alarms.raise(
      'certificate-expiry',
      (period) =>
        new cloudwatch.Metric({
          namespace: 'AWS/CertificateManager',
          metricName: 'DaysToExpiry',
          dimensionsMap: { CertificateArn: certificateArn },
          statistic: 'Minimum',
          period,
        }),
    );
}

/** Alarms on the firewall, in the region of its metrics. */
export function firewallAlarms(alarms: AlarmSet, { metricName, region }: WatchedFirewall): void {
  alarms.raise(
    'firewall-surge',
    (period) =>
      new cloudwatch.Metric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        // https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
        dimensionsMap: { WebACL: metricName, Rule: 'ALL', ...(region !== undefined && { Region: region }) },
        statistic: 'Sum',
        period,
      }),
  );
}

/** A metric of a distribution, which is in us-east-1 only. */
export function distributionMetric(
  distributionId: string,
  metricName: string,
  statistic: string,
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
    statistic,
    region: edgeRegion,
  });
}

/** Percent of the answers, 0 in periods with few requests. */
function errorRate(name: string, distributionId: string, period: Duration): cloudwatch.MathExpression {
  const metric = (metricName: string, statistic: string) =>
    distributionMetric(distributionId, metricName, statistic);
  return new cloudwatch.MathExpression({
    expression: `IF(requests >= ${fewestRequests}, rate, 0)`,
    usingMetrics: { requests: metric('Requests', 'Sum'), rate: metric(name, 'Average') },
    label: name,
    period,
  });
}
