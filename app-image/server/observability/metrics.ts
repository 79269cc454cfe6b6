import type { DeploymentMetric, RouteClass } from '../../contract/metrics';

export interface AnsweredRequest {
  readonly route: RouteClass;
  /** Status of the answer. */
  readonly status: number;
  /** From the request to the end of the answer. */
  readonly milliseconds: number;
}

/** Numbers for CloudWatch. Collected in memory and written once a minute. */
export interface Metrics {
  /** Adds to a sum. */
  count(name: DeploymentMetric<'sum'>, value?: number): void;
  /** Counts an answered request, its failure and its latency under its route class. */
  request(answered: AnsweredRequest): void;
  /** Replaces the value of a metric that has only a newest value. */
  set(name: DeploymentMetric<'newest'>, value: number): void;
  /** Writes what was collected and stops. */
  close(): void;
}
