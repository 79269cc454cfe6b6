/** Something that works and may surprise. */
export interface Warning {
  /** Field it is about. */
  readonly path: string;
  /** What happens, and what to write to avoid it or to say that it is intended. */
  readonly message: string;
}
