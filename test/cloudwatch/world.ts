import { canonical } from './canonical';
import type { Sample } from './statistics';

/** A metric as an alarm names it. The value of a dimension is its canonical text (canonical.ts). */
export interface MetricId {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What is published to one metric. */
export interface Stream {
  /** What was published in the minute that starts at `time`, in seconds since 1970. */
  readonly sampleAt: (time: number) => Sample | undefined;
  /** How long after a minute its values can be read, in seconds. Default: 0. */
  readonly delaySeconds?: number;
}

/** The stream of a metric; undefined when the world does not say what the metric does. */
export type World = (metric: MetricId) => Stream | undefined;

/** A metric to which nothing is published. */
export const silence: Stream = { sampleAt: () => undefined };

/** The same value once in every minute. */
export const steady = (value: number): Stream => perMinute(() => [value]);

/** The values of each minute, given its start in seconds since 1970; undefined or none: no data. */
export const perMinute = (valuesAt: (time: number) => readonly number[] | Sample | undefined): Stream => ({
  sampleAt: (time) => {
    const found = valuesAt(time);
    return found && ('length' in found ? { values: found } : found);
  },
});

/** The stream, readable later. */
export const delayed = (stream: Stream, delaySeconds: number): Stream => ({ ...stream, delaySeconds });

/** `inside` from one time up to another, both in seconds since 1970, and `outside` at all others. */
export const between = (from: number, to: number, inside: Stream, outside: Stream): Stream => ({
  sampleAt: (time) => (time >= from && time < to ? inside : outside).sampleAt(time),
  delaySeconds: Math.max(inside.delaySeconds ?? 0, outside.delaySeconds ?? 0),
});

/** One entry of a world: the metrics that it stands for, and what is published to them. */
export interface Feed {
  readonly namespace: string;
  readonly metricName: string;
  /** Dimensions that the metric must have; it may have more. Default: any. */
  readonly dimensions?: Readonly<Record<string, unknown>>;
  readonly stream: Stream;
}

/** A world of feeds. The first that fits a metric is taken, so that a failure is put before a healthy world. */
export const worldOf =
  (feeds: readonly Feed[], otherwise?: World): World =>
  (metric) =>
    feeds.find((feed) => fits(feed, metric))?.stream ?? otherwise?.(metric);

const fits = ({ namespace, metricName, dimensions = {} }: Feed, metric: MetricId): boolean =>
  namespace === metric.namespace &&
  metricName === metric.metricName &&
  Object.entries(dimensions).every(([name, value]) => metric.dimensions[name] === canonical(value));
