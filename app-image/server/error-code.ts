/** The `code` that Node and drivers give their errors: `EEXIST`, `ECONNREFUSED`, `23505`. */
export function errorCode(error: unknown): string | undefined {
  const code = property(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/** Undefined also when a getter throws: an error of a library must not break what handles it. */
export function property(value: unknown, name: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

/** The error and what caused it, outermost first; drivers and Drizzle wrap each other's. */
export function* causes(error: unknown): Generator<{ readonly message?: unknown }> {
  let cause = error;
  while (typeof cause === 'object' && cause !== null) {
    yield cause;
    cause = 'cause' in cause ? cause.cause : undefined;
  }
}
