import type { AlarmTest, TestStep } from './alarm-test';

/** The test of an alarm, as text for a terminal. */
export function renderAlarmTest({ alarmName, region, shell, steps }: AlarmTest): string {
  return [
    `The commands below set off the alarm ${alarmName} in ${region} and put it back. This command itself changes nothing.`,
    section('Define these variables of the shell first', shell),
    ...steps.map(numbered),
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]) =>
  [title, ...lines.map((line) => `  ${line}`)].join('\n');

function numbered({ title, commands, arrives, checks }: TestStep, index: number): string {
  return section(`${index + 1}. ${title}`, [
    ...(commands.length > 0 ? ['Run', ...commands.map((command) => `  ${command}`)] : []),
    ...(arrives.length > 0 ? ['What must arrive', ...arrives.map((line) => `  ${line}`)] : []),
    ...checks.flatMap((check) => [
      `Check ${check.what}`,
      ...check.commands.map((command) => `  ${command}`),
      `  → ${check.expect}`,
    ]),
  ]);
}
