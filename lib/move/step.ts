import type { DeploymentInput } from '../deployment';

/** One step of a move. After each step the shop works, and the move may pause for days. */
export interface Step {
  /** Stable id for scripts and tests, such as `switch`. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Shell commands to run in order, after the file is edited. */
  readonly commands: readonly string[];
  /** What must hold before the next step. */
  readonly checks: readonly Check[];
  /** How to undo the step. */
  readonly undo: string;
  /** How long it takes. */
  readonly takes: string;
  /** What a customer notices. */
  readonly customers: string;
  /** The deployment file after the step. */
  readonly deployment: DeploymentInput;
  /** Stacks it deploys, by construct id, in order. */
  readonly deploys: readonly string[];
  /** Stacks it deletes. */
  readonly deletes: readonly string[];
}

export interface Check {
  readonly what: string;
  /** Shell commands that check it. */
  readonly commands: readonly string[];
  /** What they print when the check passes. */
  readonly expect: string;
}
