/** One step of taking a deployment down, or of removing what stays. */
export interface DestroyStep {
  /** Stable id for scripts and tests, such as `delete-edge`. */
  readonly id: string;
  readonly title: string;
  /** What it does, as far as the title does not say it. */
  readonly why: string;
  /** Commands for bash, in order. */
  readonly commands: readonly string[];
  /** How long it takes. @default - seconds */
  readonly takes?: string;
  readonly undo: Undo;
}

export interface Undo {
  /** What comes back, and what does not. */
  readonly text: string;
  /** Commands for bash, in order. */
  readonly commands: readonly string[];
}
