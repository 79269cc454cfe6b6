import { summaryOf, valuesWithin, type Bounds, type Sample } from './statistics';
import type { Stream } from './world';

const minute = 60;

/** Whole numbers add up without rounding, so that their running total may be used. */
interface Totals {
  readonly running: Float64Array;
  readonly single: Float64Array;
  readonly exact: boolean;
}

// In the sandbox of a test each look at the global `Math` is slow.
const { floor, max, min } = Math;

/** The minutes of one stream, read once, so that a week of evaluations stays fast. */
export class Minutes {
  private from: number;
  private read?: ReadMinutes;
  private readonly delay: number;

  /** The minutes before a time, in seconds since 1970. */
  constructor(
    private readonly stream: Stream,
    private readonly to: number,
  ) {
    this.from = to;
    this.delay = stream.delaySeconds ?? 0;
  }

  /** Says that minutes from this time on are needed. Throws when others have been read already. */
  reachBackTo(from: number): void {
    if (from >= this.from) return;
    if (this.read) throw new Error('The minutes of this stream have been read already.');
    this.from = from;
  }

  /** Whether all that belongs to the time before `end` can be read at `now`. */
  isComplete(end: number, now: number): boolean {
    return end + this.delay <= now;
  }

  /** The place of a time among the minutes, within their range. */
  indexOf(time: number): number {
    return min((this.to - this.from) / minute, max(0, floor((time - this.from) / minute)));
  }

  /** How many values were published in a period, of those that can be read at `now`. */
  count(start: number, end: number, now: number): number {
    return total(this.known.counts, ...this.range(start, end, now));
  }

  sum(start: number, end: number, now: number): number {
    return total(this.known.sums, ...this.range(start, end, now));
  }

  minimum(start: number, end: number, now: number): number {
    return this.known.minima
      .subarray(...this.range(start, end, now))
      .reduce((one, other) => min(one, other), Infinity);
  }

  maximum(start: number, end: number, now: number): number {
    return this.known.maxima
      .subarray(...this.range(start, end, now))
      .reduce((one, other) => max(one, other), -Infinity);
  }

  /** How many values lie within bounds. */
  countWithin(bounds: Bounds, start: number, end: number, now: number): number {
    const { samples, within } = this.known;
    const key = `${bounds.above}:${bounds.upTo}`;
    const counts =
      within.get(key) ?? totalsOf(samples.map((sample) => (sample ? valuesWithin(sample, bounds) : 0)));
    within.set(key, counts);
    return total(counts, ...this.range(start, end, now));
  }

  /** The samples of a period that can be read at `now`. */
  samplesOf(start: number, end: number, now: number): readonly Sample[] {
    return this.known.samples.slice(...this.range(start, end, now)).filter((sample) => sample !== undefined);
  }

  private get known(): ReadMinutes {
    this.read ??= readMinutes(this.stream, this.from, this.to);
    return this.read;
  }

  private range(start: number, end: number, now: number): [first: number, last: number] {
    const readable = min(end, now - this.delay);
    const first = this.indexOf(start);
    return [first, max(first, this.indexOf(readable))];
  }
}

interface ReadMinutes {
  readonly samples: readonly (Sample | undefined)[];
  readonly counts: Totals;
  readonly sums: Totals;
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
  /** Counts of the values within bounds. */
  readonly within: Map<string, Totals>;
}

function readMinutes(stream: Stream, from: number, to: number): ReadMinutes {
  const samples = Array.from({ length: (to - from) / minute }, (_, index) =>
    stream.sampleAt(from + index * minute),
  );
  const summaries = samples.map((sample) => sample && summaryOf(sample));
  return {
    samples,
    counts: totalsOf(summaries.map((summary) => summary?.count ?? 0)),
    sums: totalsOf(summaries.map((summary) => summary?.sum ?? 0)),
    minima: Float64Array.from(summaries, (summary) => summary?.minimum ?? Infinity),
    maxima: Float64Array.from(summaries, (summary) => summary?.maximum ?? -Infinity),
    within: new Map(),
  };
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
