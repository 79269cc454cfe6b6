/** The `code` that Node and drivers give their errors: `EEXIST`, `ECONNREFUSED`, `23505`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The error and what caused it, outermost first; drivers and drizzle wrap each other's. */
export function* causes(error: unknown): Generator<{ readonly message?: unknown }> {
  let cause = error;
  while (typeof cause === 'object' && cause !== null) {
    yield cause;
    cause = 'cause' in cause ? cause.cause : undefined;
  }
}
