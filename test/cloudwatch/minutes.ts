import { summaryOf, valuesWithin, type Bounds, type Sample } from './statistics';
import type { Stream } from './world';

const minute = 60;

/** Whole numbers add up without rounding, so that their running total may be used. */
interface Totals {
  readonly running: Float64Array;
  readonly single: Float64Array;
  readonly exact: boolean;
}

/** The minutes of one stream, read once, so that a week of evaluations stays fast. */
export class Minutes {
  private readonly samples: readonly (Sample | undefined)[];
  private readonly counts: Totals;
  private readonly sums: Totals;
  private readonly minima: Float64Array;
  private readonly maxima: Float64Array;
  private readonly within = new Map<string, Totals>();
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
    const summaries = this.samples.map((sample) => sample && summaryOf(sample));
    this.counts = totalsOf(summaries.map((summary) => summary?.count ?? 0));
    this.sums = totalsOf(summaries.map((summary) => summary?.sum ?? 0));
    this.minima = Float64Array.from(summaries, (summary) => summary?.minimum ?? Infinity);
    this.maxima = Float64Array.from(summaries, (summary) => summary?.maximum ?? -Infinity);
  }

  /** Whether all that belongs to the time before `end` can be read at `now`. */
  isComplete(end: number, now: number): boolean {
    return end + this.delay <= now;
  }

  /** The place of a time among the minutes, within their range. */
  indexOf(time: number): number {
    return Math.min(this.samples.length, Math.max(0, Math.floor((time - this.from) / minute)));
  }

  /** How many values were published in a period, of those that can be read at `now`. */
  count(start: number, end: number, now: number): number {
    return total(this.counts, ...this.range(start, end, now));
  }

  sum(start: number, end: number, now: number): number {
    return total(this.sums, ...this.range(start, end, now));
  }

  minimum(start: number, end: number, now: number): number {
    return this.minima
      .subarray(...this.range(start, end, now))
      .reduce((one, other) => Math.min(one, other), Infinity);
  }

  maximum(start: number, end: number, now: number): number {
    return this.maxima
      .subarray(...this.range(start, end, now))
      .reduce((one, other) => Math.max(one, other), -Infinity);
  }

  /** How many values lie within bounds. */
  countWithin(bounds: Bounds, start: number, end: number, now: number): number {
    const key = `${bounds.above}:${bounds.upTo}`;
    const known =
      this.within.get(key) ??
      totalsOf(this.samples.map((sample) => (sample ? valuesWithin(sample, bounds) : 0)));
    this.within.set(key, known);
    return total(known, ...this.range(start, end, now));
  }

  /** The samples of a period that can be read at `now`. */
  samplesOf(start: number, end: number, now: number): readonly Sample[] {
    return this.samples.slice(...this.range(start, end, now)).filter((sample) => sample !== undefined);
  }

  private range(start: number, end: number, now: number): [first: number, last: number] {
    const readable = Math.min(end, now - this.delay);
    const first = this.indexOf(start);
    return [first, Math.max(first, this.indexOf(readable))];
  }
}

function totalsOf(values: readonly number[]): Totals {
  const running = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) running[index + 1] = (running[index] ?? 0) + value;
  return {
    running,
    single: Float64Array.from(values),
    exact: values.every((value) => Number.isInteger(value)),
  };
}

function total({ running, single, exact }: Totals, first: number, last: number): number {
  if (exact) return (running[last] ?? 0) - (running[first] ?? 0);
  let sum = 0;
  for (let index = first; index < last; index += 1) sum += single[index] ?? 0;
  return sum;
}
