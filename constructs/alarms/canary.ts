import {
  ArnFormat,
  Duration,
  RemovalPolicy,
  Size,
  Stack,
  Validations,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  aws_logs as logs,
  aws_synthetics as synthetics,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';
import { CanaryArtifacts } from './canary-artifacts';
import { BuiltScript } from './canary-code';

export interface ShopCanaryProps {
  /** Name of the deployment: lower case letters, digits and hyphens. */
  readonly deployment: string;
  /** Address of the edge, such as `https://shop.example.com`. */
  readonly url: string;
  /** Minutes between two runs. Range 1–60. */
  readonly minutes: number;
  /** Asks the chat once an hour. Ignored for an image that is not the bundled shop. */
  readonly chat: boolean;
  /** `other` is an image that is not the bundled shop: only `/` and its health path are asked. */
  readonly application: 'bundled' | 'other';
  /** Path that answers 200 while an `other` application can serve. @default '/' */
  readonly healthPath?: string;
  readonly logs: LogSettings;
}

/**
 * The newest runtime without a browser. One with a browser gets a new major version every few months for the
 * browser's vulnerabilities, and these checks need none: they ask for pages, scripts and answers over HTTP.
 * CDK has no constant for it yet.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_Nodejs.html
 */
const runtime = new synthetics.Runtime('syn-nodejs-5.2', synthetics.RuntimeFamily.NODEJS);

/**
 * Asks the shop as a customer would, at the address of the edge, without an account and without a secret.
 *
 * A run costs $0.0012 in us-east-1 and $0.0019 in ap-northeast-1, with 100 free runs a month, and about $0.0001
 * for Lambda, S3 and logs: every 5 minutes $11 a month, every 10 minutes $5.60, every 15 minutes $3.70, every 60
 * minutes $0.80. https://aws.amazon.com/cloudwatch/pricing/
 */
export class ShopCanary extends Construct {
  /** Percent of the runs that passed, in the time between two runs. Without a run it has no value. */
  readonly successPercent: cloudwatch.IMetric;
  /** Runs that failed, in the time between two runs. Without a failed run it has no value. */
  readonly failed: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, props: ShopCanaryProps) {
    super(scope, id);
    const { deployment, minutes, application } = props;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60)
      throw new Error(`The canary must run every 1 to 60 minutes, and not every ${minutes}.`);
    const name = `${deployment}-canary`;
    const artifacts = new CanaryArtifacts(this, 'Artifacts', { logs: props.logs });
    const role = this.role(name, artifacts);
    const canary = new synthetics.Canary(this, 'Canary', {
      canaryName: name,
      runtime,
      test: synthetics.Test.custom({
        code: new BuiltScript(),
        handler: 'index.handler',
      }),
      schedule: synthetics.Schedule.rate(Duration.minutes(minutes)),
      // Steps of 15 s for an answer; Synthetics allows no time-out longer than the interval.
      timeout: Duration.seconds(Math.min(minutes * 60, 120)),
      memory: Size.mebibytes(960),
      environmentVariables: {
        URL_OF_SHOP: props.url,
        APPLICATION: application,
        CHAT: props.chat && application === 'bundled' ? 'yes' : 'no',
        HEALTH_PATH: props.healthPath ?? '/',
        INTERVAL_MINUTES: String(minutes),
      },
      activeTracing: false,
      role,
      artifactsBucketLocation: { bucket: artifacts.bucket },
      provisionedResourceCleanup: true,
    });
    canary.node.addDependency(artifacts.emptied);
    this.keepLog(name, canary, props.logs);
    const period = Duration.minutes(minutes);
    this.successPercent = canary.metricSuccessPercent({ period });
    this.failed = canary.metricFailed({ period, statistic: 'Sum' });
  }

  /**
   * The rights that Synthetics asks for, without those to list all buckets, which it needs to choose one, and to
   * make a log group, which the stack makes: a group that Lambda makes has no retention and outlives the stack.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
   */
  private role(name: string, { bucket }: CanaryArtifacts): iam.Role {
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const objects = bucket.arnForObjects('*');
    const streams = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${logGroupName(name, '*')}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const allow = (statement: iam.PolicyStatementProps) =>
      role.addToPolicy(new iam.PolicyStatement(statement));
    allow({ actions: ['s3:PutObject'], resources: [objects] });
    allow({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] });
    allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [streams] });
    allow({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' } },
    });
    acknowledgeWildcard(role, objects, 'Synthetics chooses the names of the objects in this one bucket.');
    acknowledgeWildcard(
      role,
      streams,
      'The id of the canary, which ends the name of its log group, is not known before.',
    );
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'cloudwatch:PutMetricData takes no resource; a condition limits it to the namespace of Synthetics. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html',
    });
    return role;
  }

  private keepLog(name: string, canary: synthetics.Canary, { retentionDays }: LogSettings): void {
    new logs.LogGroup(this, 'Logs', {
      logGroupName: logGroupName(name, canary.canaryId),
      retention: retentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

/**
 * The log group of the canary's function: 21 characters of the name, and the id.
 * https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_DeleteCanary.html
 */
const logGroupName = (canary: string, canaryId: string) =>
  `/aws/lambda/cwsyn-${canary.slice(0, 21)}-${canaryId}`;
