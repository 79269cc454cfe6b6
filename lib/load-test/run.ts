import { generateLoad, intervalMs } from './generate-load';
import { Measurements } from './measurements';
import { showProgress } from './progress';
import { resultOf, type LoadTestResult } from './result';
import { gitRevision } from './revision';
import type { Settings } from './settings';
import { readShop } from './shop';
import { OrderAllowance } from './stock';
import type { Thresholds } from './verdict';

/**
 * Reads the shop, visits it for the time that the settings state, and judges what was measured.
 *
 * @param deployment name and thresholds in the deployment file
 * @throws LoadTestError when the shop cannot be tested
 */
export async function runLoadTest(
  settings: Settings & { readonly timeoutSeconds?: number },
  deployment: { readonly name: string; readonly thresholds: Thresholds },
): Promise<LoadTestResult> {
  const shop = await readShop(settings.url);
  if (settings.orders) announceOrders(new OrderAllowance(shop.products).left);
  const started = new Date();
  // Before the run, during which somebody may commit.
  const revision = gitRevision();
  const measurements = new Measurements(intervalMs);
  const endProgress = showProgress(measurements, settings);
  const isConnected = await generateLoad({ ...settings, shop, measurements }).finally(endProgress);
  return resultOf({ settings, deployment, shop, revision, started, measurements, isConnected });
}

function announceOrders(most: number): void {
  process.stderr.write(
    `! --orders: the run signs customers up and places at most ${most} orders of one piece each, up to a tenth of each product’s stock. Nobody pays for them; cancel them and restore the stock afterwards.\n`,
  );
}
