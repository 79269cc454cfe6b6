import { aws_kms as kms, aws_sns as sns, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmSet } from '../constructs/alarms/alarm-set';
import { AlarmTopic } from '../constructs/alarms/alarm-topic';
import { distributionAlarms, firewallAlarms, type WatchedEdge } from '../constructs/alarms/edge-alarms';
import { SavedQueries } from '../constructs/alarms/saved-queries';
import { SpendingBudget } from '../constructs/alarms/spending-budget';
import { OfficeHoursMute } from '../constructs/alarms/office-hours-mute';
import { stackValue } from '../constructs/stack-value';
import { selectAlarms } from '../lib/alarms/selection';
import type { Deployment } from '../lib/deployment/schema';
import { edgeOperationsStack, edgeRegion } from '../lib/stacks/names';
import { DeploymentStack } from './deployment-stack';

export interface EdgeOperationsStackProps {
  readonly deployment: Deployment;
  readonly edge: WatchedEdge;
}

/**
 * Alarms on CloudFront, its certificate and its firewall, for a deployment in another region: their metrics are in
 * us-east-1, and an alarm watches metrics of its own region only. The budget is here too, as CloudFormation has none in
 * many regions. The topic has a key of its own, $1 a month.
 */
export class EdgeOperationsStack extends DeploymentStack {
  readonly topic: sns.ITopic;

  constructor(scope: Construct, { deployment, edge }: EdgeOperationsStackProps) {
    super(scope, edgeOperationsStack(deployment.aws.region), {
      deployment,
      region: edgeRegion,
      description: `Operations of the edge of ${deployment.name}`,
    });
    const { name, alarms: settings, image, logs, schedule } = deployment;
    const topicKey = new kms.Key(this, 'TopicKey', {
      description: 'Alarms of the edge',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      // Messages are not kept, so nothing needs the key later.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { email, webhook } = settings;
    // Slack gets them through the configuration of the channel, of which an account has one.
    const { topic } = new AlarmTopic(this, 'Topic', { deployment: name, topicKey, email, webhook, logs });
    // Slack in another region needs its ARN, and CDK makes no such reference to a topic without a fixed name.
    this.topic = sns.Topic.fromTopicArn(this, 'OfOtherRegion', stackValue(this, 'TopicArn', topic.topicArn));

    new SpendingBudget(this, 'Budget', { deployment: name, budgetUsd: deployment.budgetUsd, topic });
    const alarms = new AlarmSet(this, 'Alarms', { selection: selectAlarms(deployment), topic });
    distributionAlarms(alarms, edge);
    const isHere = edge.firewall?.region === undefined;
    new SavedQueries(this, 'Queries', {
      deployment: name,
      image,
      logGroups: { access: edge.accessLogName, firewall: isHere ? edge.firewall?.logGroupName : undefined },
    });
    if (edge.firewall && edge.firewall.region === undefined) firewallAlarms(alarms, edge.firewall);
    if (schedule) new OfficeHoursMute(this, 'OfficeHoursMute', { schedule, alarms: alarms.notifying });
  }
}
