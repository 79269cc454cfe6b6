import { alarmNames, everyAlarm, type AlarmName } from '../alarms/registry';
import { edgeAlarms } from '../alarms/registry/edge';
import { selectAlarms } from '../alarms/selection';
import { parseDeployment, readInChild, type Deployment } from '../deployment';
import { nearest } from '../deployment/report/nearest';
import { edgeOperationsStack, edgeRegion, operationsStack } from '../stacks/names';
import { alarmTest, type Destinations, type TestedAlarm } from './alarm-test';
import { renderAlarmTest } from './render';

export interface AlarmTestOptions {
  /** Name of the alarm in docs/runbook.md. @default - the first one with the severity page */
  readonly alarm?: string;
  readonly json?: boolean;
}

/** The name on the command line is not the name of an alarm that sends messages. */
export class AlarmNameError extends Error {}

/** `shop alarm-test`: prints the commands that prove that an alarm reaches people. It changes nothing. */
export async function testAlarm(
  nameOrPath: string,
  { alarm, json = false }: AlarmTestOptions,
): Promise<void> {
  const { file, stated } = await readInChild(nameOrPath);
  const deployment = parseDeployment(stated, file);
  const test = alarmTest(deployment.name, testedAlarm(deployment, alarm), destinationsOf(deployment));
  process.stdout.write(json ? `${JSON.stringify(test, null, 2)}\n` : `${renderAlarmTest(test)}\n`);
}

/** Alarms that send messages themselves; the others leave it to a composite alarm. */
function senders(deployment: Deployment): AlarmName[] {
  const { alarms, composites } = selectAlarms(deployment);
  return [
    ...composites.map(({ name }) => name),
    ...alarms.filter(({ notifiedBy }) => notifiedBy === undefined).map(({ name }) => name),
  ];
}

function testedAlarm(deployment: Deployment, stated: string | undefined): TestedAlarm {
  const candidates = senders(deployment);
  const name =
    stated === undefined
      ? candidates.find((candidate) => everyAlarm[candidate].severity === 'page')
      : candidates.find((candidate) => candidate === stated);
  if (name !== undefined) return { name, ...placeOf(name, deployment) };
  const meant = stated === undefined ? undefined : nearest(stated, candidates);
  const isSilent = alarmNames.some((known) => known === stated);
  throw new AlarmNameError(
    `--alarm: ${stated ?? 'none'} must be an alarm of ${deployment.name} that sends messages. ` +
      (isSilent
        ? 'The deployment does not have it, or a composite alarm sends its messages. '
        : meant === undefined
          ? ''
          : `Did you mean ${meant}? `) +
      `Write one of ${candidates.join(', ')}.`,
  );
}

/** Outside us-east-1, the alarms on CloudFront are there, in a stack of their own. */
function placeOf(name: AlarmName, { aws: { region }, edge }: Deployment): Omit<TestedAlarm, 'name'> {
  const isOfEdge = name in edgeAlarms && edge.cdn === true;
  return isOfEdge && region !== edgeRegion
    ? { part: edgeOperationsStack(region), region: edgeRegion }
    : { part: operationsStack, region };
}

function destinationsOf({ alarms: { email, slack, webhook } }: Deployment): Destinations {
  return { email, slack: slack?.channelId, webhook: webhook !== undefined };
}
