import type { DeploymentInput } from '../deployment';

/** One step of a move. After each of them the shop sells, and may stay as it is for days. */
export interface Step {
  /** Stable word for scripts and tests, such as `switch`. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Shell commands, in order, once the file is edited. */
  readonly commands: readonly string[];
  /** What must hold before the next step. */
  readonly checks: readonly Check[];
  /** How to go back to where the step began. */
  readonly undo: string;
  /** How long it takes. */
  readonly takes: string;
  /** What a customer notices. */
  readonly customers: string;
  /** The deployment file once it is edited; a step that leaves the file alone has that of the step before. */
  readonly deployment: DeploymentInput;
  /** Stacks it deploys, by construct id, in order. */
  readonly deploys: readonly string[];
  /** Stacks it deletes. */
  readonly deletes: readonly string[];
}

export interface Check {
  readonly what: string;
  /** Shell commands that show it. */
  readonly commands: readonly string[];
  /** What they print when it holds. */
  readonly expect: string;
}
