/** What was published to a metric within one minute: values, each published `counts` times. */
export interface Values {
  readonly values: readonly number[];
  /** As many as there are values. Default: each value once. */
  readonly counts?: readonly number[];
}

/** A statistic set: what a publisher has already summed up. It has no percentiles. */
export interface StatisticSet {
  readonly sum: number;
  readonly count: number;
  readonly minimum: number;
  readonly maximum: number;
}

export type Sample = Values | StatisticSet;

type Weighted = readonly (readonly [value: number, count: number])[];

/** The sum, count, minimum and maximum of a sample; undefined when it holds no value. */
export function summaryOf(sample: Sample): StatisticSet | undefined {
  if ('sum' in sample) return sample.count > 0 ? sample : undefined;
  const weighted = weightedOf([sample]);
  const [lowest, highest] = [weighted[0], weighted.at(-1)];
  if (!lowest || !highest) return undefined;
  return {
    sum: weighted.reduce((sum, [value, count]) => sum + value * count, 0),
    count: countOf(weighted),
    minimum: lowest[0],
    maximum: highest[0],
  };
}

/** The statistics that need no single values. */
export const simpleStatistics: Readonly<Record<string, (set: StatisticSet) => number>> = {
  Average: ({ sum, count }) => sum / count,
  Sum: ({ sum }) => sum,
  Minimum: ({ minimum }) => minimum,
  Maximum: ({ maximum }) => maximum,
  SampleCount: ({ count }) => count,
};

/** A statistic of the values of one period; undefined when no value is within its bounds. */
export type Distribution = (samples: readonly Sample[]) => number | undefined;

/**
 * pNN, tmNN, tcNN, tsNN, IQM, and PR, TM, TC, TS with bounds.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 *
 * CloudWatch computes these from a sketch of the distribution. The model takes the nearest rank for
 * percentiles and exact shares for the trimmed statistics.
 *
 * @throws for a name that is no such statistic
 */
export function distributionOf(statistic: string): Distribution {
  const percentile = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(statistic)?.[1];
  if (percentile !== undefined) return (samples) => nearestRank(weightedOf(samples), Number(percentile));
  const top = /^(tm|tc|ts)(\d{1,2}(?:\.\d+)?)$/.exec(statistic);
  if (top) return trimmed(String(top[1]), shareOf(0, Number(top[2])));
  if (statistic === 'IQM') return trimmed('tm', shareOf(25, 75));
  const [, name, low, high] = /^(PR|TM|TC|TS)\(([^:]*):([^:]*)\)$/.exec(statistic) ?? [];
  if (name === undefined || low === undefined || high === undefined)
    throw new Error(`The statistic ${statistic} is unknown to this model.`);
  if (name === 'PR') return percentileRank(boundsOf(low, high));
  return trimmed(
    name.toLowerCase(),
    `${low}${high}`.includes('%')
      ? shareOf(low ? Number.parseFloat(low) : 0, high ? Number.parseFloat(high) : 100)
      : boundsOf(low, high),
  );
}

/** The part of each value that counts: the trimmed statistics take from a sorted list. */
type Trim = (weighted: Weighted) => Weighted;

/** Exclusive of the lower bound and inclusive of the upper one, as the page says of percentile rank. */
const boundsOf =
  (low: string, high: string): Trim =>
  (weighted) =>
    weighted.filter(
      ([value]) => value > (low ? Number(low) : -Infinity) && value <= (high ? Number(high) : Infinity),
    );

/** Keeps what lies between two percentages of the sorted values. A value at an edge counts in part. */
const shareOf =
  (low: number, high: number): Trim =>
  (weighted) => {
    const total = countOf(weighted);
    let before = 0;
    return weighted.flatMap(([value, count]) => {
      const from = Math.max(before, (low / 100) * total);
      before += count;
      const kept = Math.min(before, (high / 100) * total) - from;
      return kept > 0 ? [[value, kept] as const] : [];
    });
  };

const trimmed =
  (name: string, trim: Trim): Distribution =>
  (samples) => {
    const kept = trim(weightedOf(samples));
    const sum = kept.reduce((total, [value, count]) => total + value * count, 0);
    if (kept.length === 0) return undefined;
    if (name === 'tc') return countOf(kept);
    return name === 'ts' ? sum : sum / countOf(kept);
  };

/** "PR(:300) returns the percentage of data points that have a value of 300 or less." */
const percentileRank =
  (within: Trim): Distribution =>
  (samples) => {
    const all = weightedOf(samples);
    return all.length === 0 ? undefined : (100 * countOf(within(all))) / countOf(all);
  };

function nearestRank(weighted: Weighted, percentile: number): number | undefined {
  const rank = Math.max(1, Math.ceil((percentile / 100) * countOf(weighted)));
  let seen = 0;
  return weighted.find(([, count]) => (seen += count) >= rank)?.[0];
}

const countOf = (weighted: Weighted): number => weighted.reduce((total, [, count]) => total + count, 0);

/** All values, sorted. */
function weightedOf(samples: readonly Sample[]): Weighted {
  return samples
    .flatMap((sample) => {
      if ('sum' in sample)
        throw new Error('A statistic set has no percentiles. Give the world the values of this metric.');
      const { values, counts } = sample;
      if (counts && counts.length !== values.length)
        throw new Error(
          `${values.length} values have ${counts.length} counts: give one count for each value.`,
        );
      return values.map((value, index) => [value, counts?.[index] ?? 1] as const);
    })
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => one - other);
}

/**
 * With fewer values than this in the evaluation periods a percentile is not significant:
 * 10/(1-percentile) from 0.5 on, 10/percentile below. Undefined for other statistics.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
export function significantCount(statistic: string): number | undefined {
  const percentile = Number(/^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1]) / 100;
  if (!(percentile > 0 && percentile < 1)) return undefined;
  // Without rounding, 10/(1-0.9) is a little above 100.
  return Number((10 / (percentile >= 0.5 ? 1 - percentile : percentile)).toFixed(6));
}
