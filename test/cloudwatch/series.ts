import type { Minutes } from './minutes';
import { distributionOf, percentileRankBounds } from './statistics';

type Period = [start: number, end: number, now: number];

/** One statistic of one metric, period by period. */
export class StatisticSeries {
  /** By the minute at which a period ends, as a list: a map of numbers takes most of a replay's time. */
  private readonly known: (number | undefined)[] = [];
  private readonly isKnown: boolean[] = [];
  private readonly compute: (...period: Period) => number | undefined;

  /** Throws for an unknown statistic. */
  constructor(
    private readonly minutes: Minutes,
    statistic: string,
    private readonly period: number,
  ) {
    const compute = computationOf(minutes, statistic);
    this.compute = (...when) => (minutes.count(...when) > 0 ? compute(...when) : undefined);
  }

  /** The data point of the period that ends at `end`, as it can be read at `now`. */
  at(end: number, now: number): number | undefined {
    const start = end - this.period;
    if (!this.minutes.isComplete(end, now)) return this.compute(start, end, now);
    const index = this.minutes.indexOf(end);
    if (!this.isKnown[index]) {
      this.known[index] = this.compute(start, end, now);
      this.isKnown[index] = true;
    }
    return this.known[index];
  }
}

/**
 * Most alarms use a statistic that adds up from minute to minute, which is fast over long periods.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
function computationOf(minutes: Minutes, statistic: string): (...period: Period) => number | undefined {
  switch (statistic) {
    case 'SampleCount':
      return (...when) => minutes.count(...when);
    case 'Sum':
      return (...when) => minutes.sum(...when);
    case 'Average':
      return (...when) => minutes.sum(...when) / minutes.count(...when);
    case 'Minimum':
      return (...when) => minutes.minimum(...when);
    case 'Maximum':
      return (...when) => minutes.maximum(...when);
  }
  // "PR(:300) returns the percentage of data points that have a value of 300 or less."
  const bounds = percentileRankBounds(statistic);
  if (bounds) return (...when) => (100 * minutes.countWithin(bounds, ...when)) / minutes.count(...when);
  const distribution = distributionOf(statistic);
  return (...when) => distribution(minutes.samplesOf(...when));
}
