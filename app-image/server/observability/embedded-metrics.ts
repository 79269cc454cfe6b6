import type { Logger } from 'pino';
import {
  deploymentDimension,
  metricNamespace,
  metrics,
  routeDimension,
  type DeploymentMetric,
  type MetricName,
  type RouteClass,
} from '../../contract/metrics';
import type { AnsweredRequest, Metrics } from './metrics';
import { Sample } from './sample';

/** Values of one line by metric. */
type Values = Readonly<Record<string, number | readonly number[]>>;

/** What one line says: the metrics that have the same values of their dimensions. */
interface Collected {
  readonly sums: Map<MetricName, number>;
  readonly samples: Map<MetricName, Sample>;
}

/**
 * Writes sums, samples and newest values to the log once a minute, in CloudWatch's embedded metric format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html):
 * no agent, no API call. A name has one value a line, so each route class has a line of its own: at most four
 * lines a minute at any traffic. A line has at most 10 metrics; CloudWatch reads 100.
 *
 * Sums are exact. A latency is an even sample of at most 100 observations a minute, see {@link Sample}.
 */
export class EmbeddedMetrics implements Metrics {
  private collected = new Map<RouteClass | undefined, Collected>();
  private readonly log: Logger;
  private readonly timer: NodeJS.Timeout;
  /** A process that ends in another way than by `close`, such as after an error, loses no counts either. */
  private readonly atExit = () => this.flush();

  /** @param deployment - value of the dimension `Deployment` */
  constructor(
    log: Logger,
    private readonly deployment: string,
    /** Milliseconds between two lines. */
    every = 60_000,
  ) {
    // A metric is no message: LOG_LEVEL=error must not switch the metrics off.
    this.log = log.child({}, { level: 'info' });
    this.timer = setInterval(() => this.flush(), every).unref();
    process.once('exit', this.atExit);
  }

  count(name: DeploymentMetric<'sum'>, value = 1): void {
    add(this.of(undefined).sums, name, value);
  }

  request({ route, status, milliseconds }: AnsweredRequest): void {
    const { sums, samples } = this.of(route);
    add(sums, 'Requests', 1);
    if (status >= 500) add(sums, 'ServerErrors', 1);
    if (!Number.isFinite(milliseconds)) return;
    const latency = samples.get('Latency') ?? new Sample();
    samples.set('Latency', latency);
    latency.observe(milliseconds);
  }

  set(name: DeploymentMetric<'newest'>, value: number): void {
    if (Number.isFinite(value)) this.of(undefined).sums.set(name, value);
  }

  flush(): void {
    const { collected } = this;
    this.collected = new Map();
    for (const [route, { sums, samples }] of collected) {
      const values: Values = Object.fromEntries<number | readonly number[]>([
        ...sums,
        ...[...samples].map(([name, { values: sampled }]): [string, readonly number[]] => [name, sampled]),
      ]);
      if (Object.keys(values).length > 0) this.write(route, values);
    }
  }

  close(): void {
    clearInterval(this.timer);
    process.removeListener('exit', this.atExit);
    this.flush();
  }

  private of(route: RouteClass | undefined): Collected {
    const known = this.collected.get(route);
    if (known) return known;
    const empty: Collected = { sums: new Map(), samples: new Map() };
    this.collected.set(route, empty);
    return empty;
  }

  private write(route: RouteClass | undefined, values: Values): void {
    const dimensions = {
      [deploymentDimension]: this.deployment,
      ...(route && { [routeDimension]: route }),
    };
    const definitions = Object.entries(metrics)
      .filter(([name]) => name in values)
      .map(([Name, { unit }]) => ({ Name, Unit: unit }));
    this.log.info({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          { Namespace: metricNamespace, Dimensions: [Object.keys(dimensions)], Metrics: definitions },
        ],
      },
      ...dimensions,
      ...values,
    });
  }
}

/** Zero would add nothing but the price of a metric; what is no number would spoil the whole sum. */
function add(sums: Map<MetricName, number>, name: MetricName, value: number): void {
  if (Number.isFinite(value) && value !== 0) sums.set(name, (sums.get(name) ?? 0) + value);
}

/** For METRICS=off and tests. */
export const noMetrics: Metrics = {
  count: () => undefined,
  request: () => undefined,
  set: () => undefined,
  close: () => undefined,
};
