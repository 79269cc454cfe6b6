import type { ParsedFields } from '../schema';

/** What a rule finds wrong. The report adds the value found at `path`. */
export interface Finding {
  /** Field to change, such as `targets.fargate.tasks.max`. */
  readonly path: string;
  /** What must hold, starting with "must", and why it does not. */
  readonly rule: string;
  /** What to write. */
  readonly instead: string;
}

/** Checks fields together. It may read any field; reading one that is wrong by itself ends the rule (readable.ts). */
export type Rule = (deployment: ParsedFields) => Iterable<Finding>;
