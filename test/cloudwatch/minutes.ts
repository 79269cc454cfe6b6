import { summaryOf, type Sample, type StatisticSet } from './statistics';
import type { Stream } from './world';

const minute = 60;

/** The minutes of one stream, read once, so that a week of evaluations stays fast. */
export class Minutes {
  private readonly samples: readonly (Sample | undefined)[];
  private readonly counts: Float64Array;
  private readonly sums: Float64Array;
  private readonly minima: Float64Array;
  private readonly maxima: Float64Array;
  private readonly delay: number;

  /** The minutes from one time up to another, both in seconds since 1970 and whole minutes. */
  constructor(
    stream: Stream,
    private readonly from: number,
    to: number,
  ) {
    const length = Math.max(0, Math.round((to - from) / minute));
    this.delay = stream.delaySeconds ?? 0;
    this.samples = Array.from({ length }, (_, index) => stream.sampleAt(from + index * minute));
    this.counts = new Float64Array(length);
    this.sums = new Float64Array(length);
    this.minima = new Float64Array(length);
    this.maxima = new Float64Array(length);
    for (const [index, sample] of this.samples.entries()) {
      const summary = sample && summaryOf(sample);
      this.counts[index] = summary?.count ?? 0;
      this.sums[index] = summary?.sum ?? 0;
      this.minima[index] = summary?.minimum ?? Infinity;
      this.maxima[index] = summary?.maximum ?? -Infinity;
    }
  }

  /** Whether all that belongs to the time before `end` can be read at `now`. */
  isComplete(end: number, now: number): boolean {
    return end + this.delay <= now;
  }

  /** The summary of a period that can be read at `now`; undefined when nothing was published in it. */
  summary(start: number, end: number, now: number): StatisticSet | undefined {
    let [count, sum, minimum, maximum] = [0, 0, Infinity, -Infinity];
    const [first, last] = this.range(start, end, now);
    for (let index = first; index < last; index += 1) {
      count += this.counts[index] ?? 0;
      sum += this.sums[index] ?? 0;
      minimum = Math.min(minimum, this.minima[index] ?? Infinity);
      maximum = Math.max(maximum, this.maxima[index] ?? -Infinity);
    }
    return count > 0 ? { count, sum, minimum, maximum } : undefined;
  }

  /** The samples of a period that can be read at `now`. */
  samplesOf(start: number, end: number, now: number): readonly Sample[] {
    return this.samples.slice(...this.range(start, end, now)).filter((sample) => sample !== undefined);
  }

  private range(start: number, end: number, now: number): [first: number, last: number] {
    const readable = Math.min(end, now - this.delay);
    const indexOf = (time: number) => Math.max(0, Math.floor((time - this.from) / minute));
    return [indexOf(start), indexOf(readable)];
  }
}
