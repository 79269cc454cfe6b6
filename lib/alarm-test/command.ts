import { parseDeployment, readInChild } from '../deployment';
import { alarmTest, type Destinations, type TestedAlarm } from './alarm-test';
import { renderAlarmTest } from './render';

export interface AlarmTestOptions {
  /** Name of the alarm in docs/runbook.md. */
  readonly alarm: string;
  readonly json?: boolean;
}

/** The name on the command line is the name of no alarm. */
export class AlarmNameError extends Error {}

/** `shop alarm-test`: prints the commands that prove that an alarm reaches people. It changes nothing. */
export async function testAlarm(nameOrPath: string, { alarm, json = false }: AlarmTestOptions): Promise<void> {
  const { file, stated } = await readInChild(nameOrPath);
  const { name, aws } = parseDeployment(stated, file);
  const test = alarmTest(name, testedAlarm(alarm, aws.region), everywhere);
  process.stdout.write(json ? `${JSON.stringify(test, null, 2)}\n` : `${renderAlarmTest(test)}\n`);
}

/** Names go into commands of the shell as they are. */
function testedAlarm(name: string, region: string): TestedAlarm {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new AlarmNameError(
      `--alarm: ${JSON.stringify(name)} is no name of an alarm. It must have lower case letters, digits and hyphens, as the sections of docs/runbook.md.`,
    );
  return { name, part: 'operations', region };
}

const everywhere: Destinations = {};
