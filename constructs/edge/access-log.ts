import { aws_logs as logs, RemovalPolicy, Stack, type aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { logGroupArn } from './log-group-arn';

export interface AccessLogProps {
  readonly distribution: cloudfront.IDistribution;
  readonly logs: LogSettings;
}

/**
 * Who asked for what, how it was answered and how long it took. Left out on purpose are cookies,
 * query strings and referrers: sessions, search terms and reset links have no place in a log.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
export const accessLogFields = [
  'timestamp(ms)',
  'c-ip',
  'c-country',
  'cs-method',
  'cs(Host)',
  'x-host-header',
  'cs-uri-stem',
  'cs-protocol',
  'cs-protocol-version',
  'cs(User-Agent)',
  'cs-bytes',
  'sc-status',
  'sc-bytes',
  'sc-content-type',
  'ssl-protocol',
  'time-taken',
  'time-to-first-byte',
  'x-edge-location',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'x-edge-request-id',
];

/**
 * CloudFront's access log in CloudWatch Logs, where every other log of the shop is: about 0.5 KB a
 * request, so a million requests cost $0.25. Stands in us-east-1, the only region that takes the
 * log of a distribution (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html).
 */
export class AccessLog extends Construct {
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: AccessLogProps) {
    super(scope, id);
    const { distribution } = props;
    const { stackName } = Stack.of(this);
    const name = `${stackName}-access-log`;
    // Names under this prefix share one resource policy, which has a length limit.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
    this.logGroupName = `/aws/vendedlogs/cloudfront/${stackName}`;
    const logGroup = new logs.LogGroup(this, 'LogGroup', {
      logGroupName: this.logGroupName,
      retention: props.logs.retentionDays,
      // A log group that stays would hold its name against a later deployment of the same name.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const source = new logs.CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new logs.CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: logGroupArn(logGroup),
      outputFormat: 'json',
    });
    new logs.CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: accessLogFields,
    });
  }
}
