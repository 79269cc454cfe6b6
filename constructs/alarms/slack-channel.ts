import { Stack, Validations, aws_chatbot as chatbot, aws_iam as iam, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface SlackChannelProps {
  /** Id of the workspace, such as `T0123ABCD`. Authorize it once in the console of Amazon Q Developer in chat applications. */
  readonly workspaceId: string;
  /** Id of the channel, such as `C0123ABCD`. */
  readonly channelId: string;
  /**
   * Every topic whose messages the channel gets, also of other regions. An account has one configuration for a
   * channel: a second one fails with "has already been configured for AWS account".
   * https://github.com/hashicorp/terraform-provider-awscc/issues/1011
   */
  readonly topics: readonly sns.ITopic[];
}

/**
 * Alarms in a Slack channel, with their graph. It is free of charge.
 *
 * People in the channel can run commands of the AWS CLI. Without a guardrail policy they could do what
 * AdministratorAccess allows as far as the role does; here both are the same policy, which reads alarms and metrics.
 * https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
export class SlackChannel extends Construct {
  constructor(scope: Construct, id: string, props: SlackChannelProps) {
    super(scope, id);
    const readAlarms = new iam.ManagedPolicy(this, 'ReadAlarms', {
      description: 'Reads alarms and metrics, for the Slack channel of the alarms',
      statements: [
        new iam.PolicyStatement({
          actions: [
            'cloudwatch:DescribeAlarms',
            'cloudwatch:DescribeAlarmHistory',
            'cloudwatch:GetMetricData',
            'cloudwatch:GetMetricStatistics',
            'cloudwatch:GetMetricWidgetImage',
            'cloudwatch:ListMetrics',
          ],
          resources: ['*'],
        }),
      ],
    });
    Validations.of(readAlarms).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Metrics have no ARN, so these actions, which only read, take no resource. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html',
    });
    new chatbot.SlackChannelConfiguration(this, 'Configuration', {
      // Required, and unique in the account. Another workspace needs a new configuration, and CloudFormation creates
      // it before it deletes the old one.
      slackChannelConfigurationName: `${Stack.of(this).stackName}-alarms-${props.workspaceId}`,
      slackWorkspaceId: props.workspaceId,
      slackChannelId: props.channelId,
      notificationTopics: [...props.topics],
      role: new iam.Role(this, 'Role', {
        assumedBy: new iam.ServicePrincipal('chatbot.amazonaws.com'),
        managedPolicies: [readAlarms],
      }),
      guardrailPolicies: [readAlarms],
    });
  }
}
