import { kindOf, type StepName } from './steps';
import type { StepMeasurement } from './measurements';

/** `alarms` of the deployment file. */
export interface Thresholds {
  /** The p95 latency must be below, in milliseconds. */
  readonly latencyP95Ms: number;
  /** Most errors, in percent of the requests that were not refused. */
  readonly errorPercent: number;
}

/**
 * | verdict | meaning |
 * |---|---|
 * | within | all thresholds hold |
 * | latency | the p95 latency is at or above its threshold |
 * | errors | more errors than the threshold allows |
 * | refused | too many answers 429 to measure the shop |
 * | too few | the errors are within the threshold; there are too few requests for a p95 |
 */
export type RowVerdict = 'within' | 'latency' | 'errors' | 'refused' | 'too few';

/** `broken`: a threshold is broken. `refused`: rate limits kept the test from measuring the shop. */
export type Verdict = 'within' | 'broken' | 'refused';

/** One line of the result: a step, the API as a whole, or everything. */
export interface Row {
  readonly step: StepName | 'API' | 'all';
  readonly requests: number;
  readonly errors: number;
  /** Answers 429. They are no errors. */
  readonly refused: number;
  /** Milliseconds; null without an answer. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  /** The p95 latency threshold in milliseconds; null where the latency is not judged. */
  readonly thresholdMs: number | null;
  readonly verdict: RowVerdict;
}

/** With fewer values, the p95 is the largest of them. */
const fewestForP95 = 20;
/** With more refusals, in percent, the shop has served too little of the rate for the result to count. */
export const mostRefusedPercent = 10;

/** The rows of a result: each step, then the API, then everything. */
export function judge(measured: readonly StepMeasurement[], thresholds: Thresholds): readonly Row[] {
  const ofApi = measured.filter(({ step }) => kindOf(step).isApi);
  return [
    ...measured.map((each) =>
      row(each.step, [each], {
        thresholdMs: kindOf(each.step).isLatencyJudged ? thresholds.latencyP95Ms : null,
        mostErrors: fewErrors(each, thresholds),
      }),
    ),
    row('API', ofApi, {
      thresholdMs: thresholds.latencyP95Ms,
      mostErrors: shareOf(notRefused(ofApi), thresholds.errorPercent),
    }),
    row('all', measured, {
      thresholdMs: null,
      mostErrors: shareOf(notRefused(measured), thresholds.errorPercent),
    }),
  ];
}

/** The verdict on the whole run. A broken threshold counts more than refusals. */
export function verdictOf(rows: readonly Row[], isConnected = true): Verdict {
  if (!isConnected || rows.some(({ verdict }) => verdict === 'latency' || verdict === 'errors'))
    return 'broken';
  return rows.some(({ verdict }) => verdict === 'refused') ? 'refused' : 'within';
}

/** The smallest value that at least this share of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function row(
  step: Row['step'],
  parts: readonly StepMeasurement[],
  { thresholdMs, mostErrors }: { readonly thresholdMs: number | null; readonly mostErrors: number },
): Row {
  const sum = (count: 'requests' | 'errors' | 'refused') =>
    parts.reduce((total, part) => total + part[count], 0);
  const latencies = parts.flatMap(({ latencies }) => latencies);
  const counts = { requests: sum('requests'), errors: sum('errors'), refused: sum('refused') };
  const p95Ms = percentile(latencies, 0.95);
  const verdict = (): RowVerdict => {
    if (counts.errors > mostErrors) return 'errors';
    if (counts.refused > shareOf(counts.requests, mostRefusedPercent)) return 'refused';
    if (thresholdMs === null) return 'within';
    if (latencies.length < fewestForP95) return 'too few';
    return p95Ms !== null && p95Ms < thresholdMs ? 'within' : 'latency';
  };
  const percentiles = { p50Ms: percentile(latencies, 0.5), p95Ms, p99Ms: percentile(latencies, 0.99) };
  return { step, ...counts, ...percentiles, thresholdMs, verdict: verdict() };
}

/**
 * Errors that one step may have. A step with few requests may have a single one, unless every request failed:
 * one lost connection among 30 orders is 3 % of them, and says nothing about orders.
 */
function fewErrors(step: StepMeasurement, { errorPercent }: Thresholds): number {
  const served = notRefused([step]);
  const most = shareOf(served, errorPercent);
  return errorPercent > 0 && served > 1 ? Math.max(1, most) : most;
}

const notRefused = (parts: readonly StepMeasurement[]) =>
  parts.reduce((total, { requests, refused }) => total + requests - refused, 0);

const shareOf = (count: number, percent: number) => (count * percent) / 100;
