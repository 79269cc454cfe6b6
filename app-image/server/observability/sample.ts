/** CloudWatch reads at most 100 values of a metric from one line. */
const mostValues = 100;

/**
 * An even sample of all observations (reservoir sampling, https://doi.org/10.1145/3147.3165): after any number
 * of observations each of them is in the sample with the same probability. So percentiles and the average of
 * the sample estimate those of all observations: with 100 values the estimate of p95 lies between the true p91
 * and p99 in 95 of 100 minutes, and over several minutes nearer. The number of values and their sum say nothing
 * about the number of observations, and the slowest one may be missing. Up to 100 observations all are kept.
 */
export class Sample {
  private seen = 0;
  private readonly kept: number[] = [];

  constructor(private readonly random: () => number = Math.random) {}

  get values(): readonly number[] {
    return this.kept;
  }

  observe(value: number): void {
    this.seen += 1;
    if (this.kept.length < mostValues) {
      this.kept.push(value);
      return;
    }
    const place = Math.floor(this.random() * this.seen);
    if (place < mostValues) this.kept[place] = value;
  }
}
