import { parseDeployment, readInChild } from '../deployment';
import { alarmTest } from './alarm-test';
import { chooseAlarms } from './choose-alarms';
import { renderAlarmTest } from './render';

export interface AlarmTestOptions {
  /** Name of the alarm in docs/runbook.md. @default - the most severe one of each topic */
  readonly alarm?: string;
  readonly json?: boolean;
}

/**
 * `shop alarm-test`: prints the commands that prove that an alarm reaches people. It changes nothing, neither a
 * file nor an account.
 */
export async function testAlarm(
  nameOrPath: string,
  { alarm, json = false }: AlarmTestOptions,
): Promise<void> {
  const { file, stated } = await readInChild(nameOrPath);
  const deployment = parseDeployment(stated, file);
  const tests = chooseAlarms(deployment, alarm).map((chosen) => alarmTest(deployment, chosen));
  process.stdout.write(
    json
      ? `${JSON.stringify({ deployment: deployment.name, tests }, null, 2)}\n`
      : `${[...tests.map(renderAlarmTest), whenLost].join('\n\n')}\n`,
  );
}

const whenLost =
  'When a message does not arrive, docs/alarm-notifications.md says how to find where it was lost.';
