import {
  Duration,
  Stack,
  Validations,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  aws_lambda_destinations as destinations,
  type aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';

/** An existing secret with the address: docs/alarm-notifications.md */
export interface WebhookSecret {
  readonly secretArn: string;
  /** The key that encrypts it. @default - the AWS managed key for secrets */
  readonly kmsKeyArn?: string;
}

export interface WebhookProps {
  readonly deployment: string;
  readonly topic: sns.ITopic;
  readonly secret: WebhookSecret;
  readonly logs: LogSettings;
}

/** Days for which a message that was not delivered is kept; the longest that SQS allows. */
const undeliveredDays = 14;

/** Posts the messages of a topic to an address that only a secret has. A hundred messages a month cost less than $0.01. */
export class Webhook extends Construct {
  /** Messages that were not delivered after three runs of three tries each, and are still kept. */
  readonly undelivered: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, props: WebhookProps) {
    super(scope, id);
    const { secret } = props;
    const queue = new sqs.Queue(this, 'Undelivered', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(undeliveredDays),
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself the queue of what was not delivered: the on-failure destination of the function below, which the rule does not look at.',
    });
    const poster = new Handler(this, 'Handler', {
      logs: props.logs,
      name: 'webhook',
      description: 'Posts alarms to a webhook',
      // Three tries of 5 s, 5 s between them, and the read of the secret.
      timeout: Duration.seconds(30),
      environment: {
        SECRET_ARN: secret.secretArn,
        DEPLOYMENT: props.deployment,
        STACK_NAME: Stack.of(this).stackName,
      },
      isCustomResource: false,
    });
    poster.configureAsyncInvoke({ retryAttempts: 2, onFailure: new destinations.SqsDestination(queue) });
    allowSecret(poster, secret);
    props.topic.addSubscription(new subscriptions.LambdaSubscription(poster));
    this.undelivered = queue.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: Duration.minutes(5),
    });
  }
}

function allowSecret(poster: Handler, { secretArn, kmsKeyArn }: WebhookSecret): void {
  poster.addToRolePolicy(
    new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] }),
  );
  if (kmsKeyArn === undefined) return;
  const [, , , region = Stack.of(poster).region] = secretArn.split(':');
  poster.addToRolePolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [kmsKeyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
    }),
  );
}
