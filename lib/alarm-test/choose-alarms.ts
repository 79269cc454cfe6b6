import { everyAlarm, type AlarmName, alarmNames } from '../alarms/registry';
import { edgeAlarms } from '../alarms/registry/edge';
import { selectAlarms } from '../alarms/selection';
import { nearest } from '../deployment/report/nearest';
import type { Deployment } from '../deployment/schema';
import { severities } from '../deployment/schema/alarms';
import { alarmName, edgeOperationsStack, edgeRegion, operationsStack, stackName } from '../stacks/names';

/** An alarm that sends messages. */
export interface TestedAlarm {
  /** Name in docs/runbook.md. */
  readonly name: AlarmName;
  /** Name in CloudWatch. */
  readonly alarmName: string;
  readonly region: string;
}

/** The name on the command line is that of no alarm which sends messages. */
export class AlarmNameError extends Error {}

/**
 * The alarm of that name; without a name the most severe one of each topic, as each topic has subscriptions of its
 * own. An alarm on a metric comes before a composite alarm, because CloudWatch puts its state back by itself.
 *
 * @throws {AlarmNameError} when the deployment has no such alarm, or it leaves its messages to another one
 */
export function chooseAlarms(deployment: Deployment, name?: string): TestedAlarm[] {
  const senders = sendersOf(deployment);
  if (name === undefined) {
    const tested = [...senders].sort((a, b) => rank(a) - rank(b)).map((sender) => placed(deployment, sender));
    return [...new Map(tested.toReversed().map((alarm) => [alarm.region, alarm])).values()].toReversed();
  }
  const sender = senders.find((known) => known === name);
  if (sender) return [placed(deployment, sender)];
  throw new AlarmNameError(`--alarm: ${reasonAgainst(deployment, name, senders)}`);
}

/** Alarms of the deployment that send messages themselves, those on metrics first. */
function sendersOf(deployment: Deployment): AlarmName[] {
  const { alarms, composites } = selectAlarms(deployment);
  return [
    ...alarms.filter(({ notifiedBy }) => notifiedBy === undefined).map(({ name }) => name),
    ...composites.map(({ name }) => name),
  ];
}

const rank = (name: AlarmName) => severities.indexOf(everyAlarm[name].severity);

function placed(deployment: Deployment, name: AlarmName): TestedAlarm {
  const { region } = deployment.aws;
  const isAtEdge = name in edgeAlarms && deployment.edge.cdn === true && region !== edgeRegion;
  const part = isAtEdge ? edgeOperationsStack(region) : operationsStack;
  return {
    name,
    alarmName: alarmName(stackName(deployment.name, part), name),
    region: isAtEdge ? edgeRegion : region,
  };
}

function reasonAgainst(deployment: Deployment, name: string, senders: readonly AlarmName[]): string {
  const shown = JSON.stringify(name);
  const silent = selectAlarms(deployment).alarms.find((alarm) => alarm.name === name)?.notifiedBy;
  if (silent !== undefined)
    return `${shown} sends no message itself: ${silent} sends it. Use --alarm ${silent}.`;
  if (alarmNames.some((known) => known === name))
    return `${deployment.name} has no alarm ${shown}. Use one of ${senders.join(', ')}.`;
  const near = nearest(name, senders);
  const instead = near === undefined ? `Use one of ${senders.join(', ')}.` : `Did you mean ${near}?`;
  return `${shown} is no alarm. It must be an alarm of docs/runbook.md. ${instead}`;
}
