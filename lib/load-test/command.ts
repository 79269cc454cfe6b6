import { writeFileSync } from 'node:fs';
import { parseDeployment, readInChild } from '../deployment';
import { messagesOf } from './messages';
import { LoadTestError } from './problem';
import { cells, columns, renderRecord } from './record';
import type { LoadTestResult } from './result';
import { runLoadTest } from './run';
import { settingsFrom, type LoadTestOptions } from './settings';
import { table } from './table';

/** Exit codes of the command. */
export const exitCodes = { within: 0, broken: 1, refused: 2, cannotRun: 2 } as const;

/**
 * `npm run load-test`: visits a shop at a steady rate, prints what was measured, and writes the files that the
 * options name. Sets the exit code.
 *
 * @throws LoadTestError and DeploymentError when the test cannot run
 */
export async function testLoad(address: string, options: LoadTestOptions): Promise<void> {
  const settings = settingsFrom(address, options);
  const { file, stated } = await readInChild(settings.deployment);
  const { name, alarms } = parseDeployment(stated, file);
  const result = await runLoadTest(settings, {
    name,
    thresholds: { latencyP95Ms: alarms.latencyP95Ms, errorPercent: alarms.errorPercent },
  });
  report(result);
  write(settings.json, () => `${JSON.stringify(result, null, 2)}\n`);
  write(settings.record, () => renderRecord(result));
  process.exitCode = exitCodes[result.verdict];
}

function report(result: LoadTestResult): void {
  const lines = [...table(columns, result.rows.map(cells)), '', ...messagesOf(result)];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function write(file: string | undefined, text: () => string): void {
  if (file === undefined) return;
  try {
    writeFileSync(file, text());
  } catch (problem) {
    throw new LoadTestError(
      `${file} cannot be written: ${problem instanceof Error ? problem.message : String(problem)}. The result is printed above.`,
    );
  }
}
