import type { Logger } from 'pino';
import type { Metrics } from './metrics';

/** CloudWatch reads at most 100 values of a metric from one line. */
const mostValues = 100;

/**
 * Writes sums and distributions to the log once a minute, in CloudWatch's embedded metric format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html):
 * no agent, no API call, and one line per minute at any traffic.
 */
export class EmbeddedMetrics implements Metrics {
  private sums = new Map<string, number>();
  private samples = new Map<string, { seen: number; values: number[] }>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly log: Logger,
    /** Milliseconds between two lines. */
    every = 60_000,
  ) {
    this.timer = setInterval(() => this.flush(), every).unref();
  }

  count(name: string, value = 1): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + value);
  }

  /** Keeps an even sample of all observations (reservoir sampling), so percentiles stay correct. */
  observe(name: string, milliseconds: number): void {
    const sample = this.samples.get(name) ?? { seen: 0, values: [] };
    this.samples.set(name, sample);
    sample.seen += 1;
    if (sample.values.length < mostValues) sample.values.push(milliseconds);
    else {
      const place = Math.floor(Math.random() * sample.seen);
      if (place < mostValues) sample.values[place] = milliseconds;
    }
  }

  flush(): void {
    if (this.sums.size === 0 && this.samples.size === 0) return;
    const metrics = [
      ...[...this.sums.keys()].map((Name) => ({ Name, Unit: 'Count' })),
      ...[...this.samples.keys()].map((Name) => ({ Name, Unit: 'Milliseconds' })),
    ];
    this.log.info({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: 'InsightShop', Dimensions: [[]], Metrics: metrics }],
      },
      ...Object.fromEntries(this.sums),
      ...Object.fromEntries([...this.samples].map(([name, { values }]) => [name, values])),
    });
    this.sums = new Map();
    this.samples = new Map();
  }

  close(): void {
    clearInterval(this.timer);
    this.flush();
  }
}

/** For METRICS=off and tests. */
export const noMetrics: Metrics = {
  count: () => undefined,
  observe: () => undefined,
  close: () => undefined,
};
