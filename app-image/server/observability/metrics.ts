/** Numbers for CloudWatch. Collected in memory and written once a minute. */
export interface Metrics {
  /** Adds to a sum. */
  count(name: string, value?: number): void;
  /** Adds one observation to a distribution, in milliseconds. */
  observe(name: string, milliseconds: number): void;
  close(): void;
}
