import { aws_cloudwatch as cloudwatch, type aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmSet } from '../constructs/alarms/alarm-set';
import { AlarmTopic } from '../constructs/alarms/alarm-topic';
import { applicationAlarms } from '../constructs/alarms/application-alarms';
import { ShopCanary } from '../constructs/alarms/canary';
import { ShopDashboard } from '../constructs/dashboard/dashboard';
import { distributionAlarms, firewallAlarms, type WatchedEdge } from '../constructs/alarms/edge-alarms';
import { eventAlarms } from '../constructs/alarms/event-alarms';
import { databaseFailover } from '../constructs/alarms/event-patterns';
import { EventRecord } from '../constructs/alarms/event-record';
import { OfficeHoursMute } from '../constructs/alarms/office-hours-mute';
import { objectiveComposites, serviceAlarms } from '../constructs/alarms/service-alarms';
import { SavedQueries } from '../constructs/alarms/saved-queries';
import { SpendingBudget } from '../constructs/alarms/spending-budget';
import { cacheAlarms, databaseAlarms, vectorAlarms } from '../constructs/alarms/store-alarms';
import type { Stores } from '../constructs/stores';
import type { Target } from '../constructs/target';
import { writesMetrics } from '../lib/alarms/definition';
import { selectAlarms } from '../lib/alarms/selection';
import type { Deployment } from '../lib/deployment/schema';
import { edgeRegion, operationsStack } from '../lib/stacks/names';
import { DeploymentStack } from './deployment-stack';

export interface OperationsStackProps {
  readonly deployment: Deployment;
  /** The live target: it is the one that customers feel. */
  readonly target: Target;
  readonly stores: Stores;
  readonly edge: WatchedEdge;
  /** Address of the shop, with `https://`. */
  readonly url: string;
  /** Of the alarms in us-east-1, when the deployment is elsewhere. */
  readonly edgeTopic?: sns.ITopic;
}

/**
 * Alarms of the live target, the stores and the edge, and where their messages go.
 *
 *     target, stores, edge ──▶ metrics ─┐
 *     events of AWS ──▶ event record ───┼──▶ alarms ──▶ topic ──▶ e-mail, Slack, webhook
 *     canary ──▶ address of the shop ───┘
 *
 * It has no code for a certain target.
 */
export class OperationsStack extends DeploymentStack {
  constructor(scope: Construct, props: OperationsStackProps) {
    const { deployment, target, stores, edge, edgeTopic } = props;
    super(scope, operationsStack, { deployment, description: `Operations of ${deployment.name}` });
    const { name, ai, alarms: settings, budgetUsd, container, database, image, logs, schedule } = deployment;

    const { topic, undelivered } = new AlarmTopic(this, 'Topic', {
      deployment: name,
      topicKey: stores.key,
      email: settings.email,
      slack: settings.slack && { ...settings.slack, furtherTopics: edgeTopic && [edgeTopic] },
      webhook: settings.webhook,
      logs,
    });
    const record = new EventRecord(this, 'EventRecord', { deployment: name, logs });
    const canary = this.canary(props);
    if (this.region === edgeRegion)
      new SpendingBudget(this, 'Budget', { deployment: name, budgetUsd: deployment.budgetUsd, topic });

    const alarms = new AlarmSet(this, 'Alarms', { selection: selectAlarms(deployment), topic });
    serviceAlarms(alarms, { metrics: target.metrics, latencyP95Ms: settings.latencyP95Ms });
    eventAlarms(alarms, { image, container, record, events: target.events, database: stores.database });
    databaseAlarms(alarms, {
      endpoint: stores.database,
      instance: database.instance,
      failovers: record.metric('DatabaseFailover', databaseFailover(stores.database.instance.arn)),
    });
    if (stores.cache) cacheAlarms(alarms, stores.cache);
    if (stores.vectorFiles && target.chroma)
      vectorAlarms(alarms, { fileSystemId: stores.vectorFiles.fileSystemId, chroma: target.chroma });
    const ownMetrics = writesMetrics(deployment);
    if (ownMetrics) applicationAlarms(alarms, name);
    if (canary) alarms.raise('canary-failed', () => canary.successPercent);
    if (undelivered) alarms.raise('alarm-undelivered', () => undelivered);
    if (this.region === edgeRegion) distributionAlarms(alarms, edge);
    if (edge.firewall && this.region === (edge.firewall.region ?? edgeRegion))
      firewallAlarms(alarms, edge.firewall);
    this.saveQueries(props, record);

    const shopDown = alarms.combine('shop-down');
    objectiveComposites(alarms, shopDown);
    const { rollbackAlarms = [] } = target;
    if (rollbackAlarms.length > 0)
      alarms.combine('release-rolled-back-by-alarm', { rule: anyOn(rollbackAlarms), mutedBy: shopDown });
    new ShopDashboard(this, 'Dashboard', {
      name,
      isBundled: ownMetrics,
      budgetUsd,
      monthlyTokenBudget: ownMetrics ? ai.monthlyTokenBudget : 0,
      alarms,
      metrics: target.metrics,
      edge,
      record,
      loginFunction: stores.database.loginFunction,
    });
    if (schedule) new OfficeHoursMute(this, 'OfficeHoursMute', { schedule, alarms: alarms.notifying });
  }

  private canary({ deployment, url }: OperationsStackProps): ShopCanary | undefined {
    const { name, alarms, container, image, logs } = deployment;
    const { canaryMinutes: minutes } = alarms;
    if (typeof minutes !== 'number') return undefined;
    return new ShopCanary(this, 'Canary', {
      deployment: name,
      url,
      minutes,
      chat: image === 'bundled',
      application: image === 'bundled' ? 'bundled' : 'other',
      healthPath: container.healthPath,
      logs,
    });
  }

  /** Queries of the logs in this region. */
  private saveQueries({ deployment, target, stores, edge }: OperationsStackProps, record: EventRecord): void {
    const { name, image } = deployment;
    const { firewall, accessLogName } = edge;
    new SavedQueries(this, 'Queries', {
      deployment: name,
      image,
      logGroups: {
        application: target.logGroupName,
        jobs: target.jobLogGroupName,
        events: record.logGroup.logGroupName,
        database: postgresLog(stores.database.instance.identifier),
        access: this.region === edgeRegion ? accessLogName : undefined,
        firewall: this.region === (firewall?.region ?? edgeRegion) ? firewall?.logGroupName : undefined,
      },
    });
  }
}

/** As RDS names it. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html */
const postgresLog = (instance: string) => `/aws/rds/instance/${instance}/postgresql`;

/** True when one of the alarms is on. They are in another stack, so their names are all there is. */
function anyOn(names: readonly string[]): cloudwatch.IAlarmRule {
  return cloudwatch.AlarmRule.fromString(names.map((name) => `ALARM("${name}")`).join(' OR '));
}
