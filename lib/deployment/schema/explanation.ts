/** What a field's own schema says about a value it refuses. */
export interface Explanation {
  /** What must hold, starting with "must". @default - what the field takes */
  readonly rule?: string;
  /** What to write. */
  readonly instead: string;
}
