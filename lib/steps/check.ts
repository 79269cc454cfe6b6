/** What must hold before or after a step that a command prints. */
export interface Check {
  readonly what: string;
  /** Commands for bash that check it; each exits with 0. None when only a person can see it. */
  readonly commands: readonly string[];
  /** What they print when it holds, in words. */
  readonly expect: string;
  /** Regular expression that matches their whole output when it holds. @default - a person judges the output */
  readonly matches?: string;
}
