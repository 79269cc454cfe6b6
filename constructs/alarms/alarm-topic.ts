import {
  Stack,
  aws_iam as iam,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  type aws_cloudwatch as cloudwatch,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { SlackChannel, type SlackChannelProps } from './slack-channel';
import { Webhook, type WebhookSecret } from './webhook';

export interface AlarmTopicProps {
  /** Name of the deployment: the sender of the e-mails. */
  readonly deployment: string;
  /**
   * Encrypts the messages. A key of the stack's own, $1 a month: CloudWatch cannot publish to a topic with the
   * AWS managed key, whose policy does not name it.
   */
  readonly topicKey: kms.IKey;
  /** Each address has to confirm once: SNS sends it a link that is valid for three days. */
  readonly email: readonly string[];
  /** @default - no Slack channel */
  readonly slack?: Omit<SlackChannelProps, 'topics'> & {
    /** Topics of the same deployment in other regions: an account has one configuration for a channel. @default - none */
    readonly furtherTopics?: readonly sns.ITopic[];
  };
  /** @default - no webhook */
  readonly webhook?: WebhookSecret;
  readonly logs: LogSettings;
}

/** Where alarms go: an encrypted topic, and from there e-mail, Slack and a webhook. */
export class AlarmTopic extends Construct {
  readonly topic: sns.ITopic;
  /** Messages that the webhook did not take; absent without a webhook. */
  readonly undelivered: cloudwatch.IMetric | undefined;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { deployment, topicKey, slack, webhook, logs } = props;
    const topic = new sns.Topic(this, 'Topic', {
      displayName: `${deployment} alarms`,
      masterKey: topicKey,
      enforceSSL: true,
    });
    this.topic = topic;
    letServicesEncrypt(topicKey, Stack.of(this));
    letServicesPublish(topic, Stack.of(this));
    for (const address of new Set(props.email))
      topic.addSubscription(new subscriptions.EmailSubscription(address));
    if (slack) new SlackChannel(this, 'Slack', { ...slack, topics: [topic, ...(slack.furtherTopics ?? [])] });
    if (webhook)
      this.undelivered = new Webhook(this, 'Webhook', {
        deployment,
        topic,
        secret: webhook,
        logs,
      }).undelivered;
  }
}

interface Publisher {
  readonly sid: string;
  readonly service: string;
  /** The account, and what publishes there. */
  readonly conditions: iam.Conditions;
}

/** Services that publish by themselves. A service that has no role in the account is named in both policies. */
function publishers({ account, region, partition }: Stack): Publisher[] {
  const ofAccount = { StringEquals: { 'aws:SourceAccount': account } };
  return [
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
    { sid: 'CloudWatchAlarms', service: 'cloudwatch.amazonaws.com', conditions: ofAccount },
    // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
    {
      sid: 'Budgets',
      service: 'budgets.amazonaws.com',
      conditions: { ...ofAccount, ArnLike: { 'aws:SourceArn': `arn:${partition}:budgets::${account}:*` } },
    },
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    {
      sid: 'EventRules',
      service: 'events.amazonaws.com',
      conditions: { ArnLike: { 'aws:SourceArn': `arn:${partition}:events:${region}:${account}:rule/*` } },
    },
  ];
}

function letServicesPublish(topic: sns.Topic, stack: Stack): void {
  for (const { sid, service, conditions } of publishers(stack))
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        principals: [new iam.ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions,
      }),
    );
}

/**
 * EventBridge sends no source to KMS, and with a condition on one its messages are lost; the encryption context
 * says that the key is used for a topic of this account.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 *
 * @throws when the policy of the key cannot be changed, as that of an imported key
 */
function letServicesEncrypt(key: kms.IKey, stack: Stack): void {
  const { account, region, partition } = stack;
  const aTopic = {
    ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partition}:sns:${region}:${account}:*` },
  };
  for (const { sid, service, conditions } of publishers(stack)) {
    const { statementAdded } = key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        principals: [new iam.ServicePrincipal(service)],
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        resources: ['*'],
        conditions: service === 'events.amazonaws.com' ? aTopic : conditions,
      }),
    );
    if (!statementAdded)
      throw new Error(
        `${key.node.path} is imported, so its policy cannot let ${service} encrypt alarms. Use a key that a stack of this app makes.`,
      );
  }
}
