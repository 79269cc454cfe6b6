import { Stack, type aws_ecs as ecs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AlarmSelection } from '../../lib/alarms/selection';
import { alarmName } from '../../lib/stacks/names';
import { AlarmSet } from '../alarms/alarm-set';
import { errorPercent, latencyPercentile } from '../alarms/request-metrics';
import type { RequestMetrics } from '../target';

export interface RollbackAlarmProps {
  readonly selection: AlarmSelection;
  /** Of the load balancer alone, which exists before the service does. */
  readonly metrics: RequestMetrics;
}

/** Minutes with fewer requests do not count: one failed request of a few is no reason to roll back. */
const fewestRequests = 20;

/**
 * The alarms that roll a release back. They are in the stack of the service, because ECS reads them during a
 * release, and have no action, so that the service does not depend on the stack of the alarms. A composite alarm
 * there sends the message.
 */
export class RollbackAlarms extends Construct {
  readonly deploymentAlarms: ecs.DeploymentAlarmConfig | undefined;
  /** Their names, for a composite alarm in another stack. */
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, props: RollbackAlarmProps) {
    super(scope, id);
    const { selection, metrics } = props;
    const alarms = new AlarmSet(this, 'Alarms', { selection });
    const raised = [
      alarms.raise('release-server-errors', (period) => errorPercent(metrics, period, fewestRequests)),
      alarms.raise('release-latency', (period) => latencyPercentile(metrics, period, fewestRequests)),
    ].filter((alarm) => alarm !== undefined);
    this.names = raised.map(({ node }) => alarmName(Stack.of(this).stackName, node.id));
    this.deploymentAlarms =
      raised.length > 0 ? { alarmNames: raised.map((alarm) => alarm.alarmName) } : undefined;
  }
}
