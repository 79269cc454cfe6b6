import type { MissingOperand } from './operators';
import type { Series } from './value';

/** What an expression is evaluated over. */
export interface MathRequest {
  /** The start of each period, in seconds since 1970, oldest first. */
  readonly timestamps: readonly number[];
  /** The length of a period in seconds. */
  readonly period: number;
  /** The metrics of the request by id, in its order. METRICS() lists these. */
  readonly metrics: ReadonlyMap<string, Series>;
  readonly missingOperand: MissingOperand;
}
