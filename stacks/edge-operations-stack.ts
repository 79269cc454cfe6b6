import { aws_kms as kms, Duration, RemovalPolicy, type aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmSet } from '../constructs/alarms/alarm-set';
import { AlarmTopic } from '../constructs/alarms/alarm-topic';
import { distributionAlarms, firewallAlarms, type WatchedEdge } from '../constructs/alarms/edge-alarms';
import { SavedQueries } from '../constructs/alarms/saved-queries';
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
 * us-east-1, and an alarm watches metrics of its own region only. The topic has a key of its own, $1 a month.
 */
export class EdgeOperationsStack extends DeploymentStack {
  readonly topic: sns.ITopic;

  constructor(scope: Construct, { deployment, edge }: EdgeOperationsStackProps) {
    super(scope, edgeOperationsStack(deployment.aws.region), {
      deployment,
      region: edgeRegion,
      description: `Operations of the edge of ${deployment.name}`,
    });
    const { name, alarms: settings, image, logs } = deployment;
    const topicKey = new kms.Key(this, 'TopicKey', {
      description: 'Alarms of the edge',
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      // Messages are not kept, so nothing needs the key later.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { email, webhook } = settings;
    // Slack gets them through the configuration of the channel, of which an account has one.
    const { topic } = new AlarmTopic(this, 'Topic', { deployment: name, topicKey, email, webhook, logs });
    this.topic = topic;

    const alarms = new AlarmSet(this, 'Alarms', { selection: selectAlarms(deployment), topic });
    distributionAlarms(alarms, edge);
    if (edge.firewall) firewallAlarms(alarms, edge.firewall);
    new SavedQueries(this, 'Queries', {
      deployment: name,
      image,
      logGroups: { access: edge.accessLogName, firewall: edge.firewall?.logGroupName },
    });
  }
}
