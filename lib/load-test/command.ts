import { writeFileSync } from 'node:fs';
import { parseDeployment, readInChild } from '../deployment';
import { generateLoad, intervalMs } from './generate-load';
import { Measurements } from './measurements';
import { messagesOf } from './messages';
import { LoadTestError } from './problem';
import { showProgress } from './progress';
import { cells, columns, renderRecord } from './record';
import { resultOf, type LoadTestResult } from './result';
import { gitRevision } from './revision';
import { settingsFrom, type LoadTestOptions } from './settings';
import { readShop } from './shop';
import { OrderAllowance } from './stock';
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
  const shop = await readShop(settings.url);
  if (settings.orders) announceOrders(new OrderAllowance(shop.products).left);

  const started = new Date();
  const revision = gitRevision();
  const measurements = new Measurements(intervalMs);
  const endProgress = showProgress(measurements, settings);
  const isConnected = await generateLoad({ ...settings, shop, measurements }).finally(endProgress);
  const thresholds = { latencyP95Ms: alarms.latencyP95Ms, errorPercent: alarms.errorPercent };
  const result = resultOf({
    settings,
    deployment: name,
    thresholds,
    shop,
    revision,
    started,
    measurements,
    isConnected,
  });
  report(result);
  write(settings.json, () => `${JSON.stringify(result, null, 2)}\n`);
  write(settings.record, () => renderRecord(result));
  process.exitCode = exitCodes[result.verdict];
}

function announceOrders(most: number): void {
  process.stderr.write(
    `! --orders: the run signs customers up and places at most ${most} orders of one piece each, up to a tenth of each product’s stock. Nobody pays for them; cancel them and restore the stock afterwards.\n`,
  );
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
