import type { Minutes } from './minutes';
import { distributionOf, simpleStatistics, type StatisticSet } from './statistics';

/** One statistic of one metric, period by period. */
export class StatisticSeries {
  private readonly known = new Map<number, number | undefined>();
  private readonly compute: (start: number, end: number, now: number) => number | undefined;

  /** Throws for an unknown statistic. */
  constructor(
    private readonly minutes: Minutes,
    statistic: string,
    private readonly period: number,
  ) {
    const simple: ((set: StatisticSet) => number) | undefined = simpleStatistics[statistic];
    if (simple) {
      this.compute = (...when) => {
        const summary = minutes.summary(...when);
        return summary && simple(summary);
      };
      return;
    }
    const distribution = distributionOf(statistic);
    this.compute = (...when) => {
      const samples = minutes.samplesOf(...when);
      return samples.length === 0 ? undefined : distribution(samples);
    };
  }

  /** The data point of the period that ends at `end`, as it can be read at `now`. */
  at(end: number, now: number): number | undefined {
    const start = end - this.period;
    if (!this.minutes.isComplete(end, now)) return this.compute(start, end, now);
    if (!this.known.has(end)) this.known.set(end, this.compute(start, end, now));
    return this.known.get(end);
  }
}
