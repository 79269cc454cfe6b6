import type { DeploymentInput } from '../deployment';
import type { Check } from '../steps/check';

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
  /** What the step does to resources that hold data. Most steps do nothing to them. */
  readonly dataChanges: readonly DataChange[];
  /** How to undo the step. */
  readonly undo: Undo;
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

/** A change of the resources of one type that hold data. */
export interface DataChange {
  /** Type in CloudFormation. */
  readonly type: string;
  /**
   * `updated` in place; `released`: it stays in the account, and no stack contains it any more; `removed`,
   * and CloudFormation makes a snapshot first.
   */
  readonly change: 'updated' | 'released' | 'removed';
  /** Properties that change. */
  readonly properties: readonly string[];
  readonly why: string;
}

/** Leads back to the moment before the step, at any time before the next one. */
export interface Undo {
  /** What it does, and what stays different. */
  readonly text: string;
  /** The deployment file to write first. */
  readonly deployment: DeploymentInput;
  /** Shell commands to run in order, after the file is edited. */
  readonly commands: readonly string[];
  /** Stacks it deploys, by construct id, in order, after it has deleted the others. */
  readonly deploys: readonly string[];
  /** Stacks it deletes. */
  readonly deletes: readonly string[];
}
