import type { Measurements } from './measurements';
import type { Settings } from './settings';
import type { Shop } from './shop';
import { judge, verdictOf, type Row, type Thresholds, type Verdict } from './verdict';

/** What a load test found. `--json` writes it, and the record holds the same. */
export interface LoadTestResult {
  readonly kind: 'load-test';
  /** Version of this form. */
  readonly formatVersion: 1;
  /** Start of the test, ISO 8601 in UTC. */
  readonly date: string;
  readonly url: string;
  /** Name in the deployment file whose thresholds hold. */
  readonly deployment: string;
  /** Git revision of the repository that ran the test, with `-dirty` for changes that are not committed. */
  readonly revision: string;
  /** Version that the shop reports. */
  readonly shopVersion: string;
  /** Requests a second that were meant. */
  readonly ratePerSecond: number;
  /** Seconds that were measured, without the warm-up. */
  readonly seconds: number;
  readonly orders: boolean;
  readonly chat: boolean;
  readonly thresholds: Thresholds;
  /** What the operator says about the run. */
  readonly note?: string;
  readonly rows: readonly Row[];
  /** Causes of errors with their number, the most frequent first. */
  readonly errorCauses: readonly { readonly cause: string; readonly count: number }[];
  /** Who answered 429. */
  readonly refusedBy: readonly ('application' | 'firewall')[];
  /** False when the shop took no connections any more before the end. */
  readonly isConnected: boolean;
  readonly verdict: Verdict;
}

export interface Run {
  readonly settings: Settings;
  readonly deployment: { readonly name: string; readonly thresholds: Thresholds };
  readonly shop: Shop;
  readonly revision: string;
  readonly started: Date;
  readonly measurements: Measurements;
  readonly isConnected: boolean;
}

export function resultOf({ settings, deployment, shop, measurements, started, ...run }: Run): LoadTestResult {
  const rows = judge(measurements.steps, deployment.thresholds);
  return {
    kind: 'load-test',
    formatVersion: 1,
    date: started.toISOString(),
    url: settings.url.origin,
    deployment: deployment.name,
    revision: run.revision,
    shopVersion: shop.version,
    ratePerSecond: settings.rate,
    seconds: settings.seconds,
    orders: settings.orders,
    chat: settings.chat,
    thresholds: deployment.thresholds,
    note: settings.note,
    rows,
    errorCauses: measurements.causes.map(([cause, count]) => ({ cause, count })),
    refusedBy: [...measurements.refusals],
    isConnected: run.isConnected,
    verdict: verdictOf(rows, run.isConnected),
  };
}
