/** A dependency is unavailable; the customer gets 503 with Retry-After. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';

  constructor(
    readonly dependency: 'database' | 'cache' | 'vectors' | 'embeddings' | 'assistant',
    readonly retryAfterSeconds: number,
    options?: ErrorOptions & { readonly detail?: string },
  ) {
    super(`${dependency} is unavailable`, options);
    this.detail = options?.detail;
  }

  /** Text for the customer, without internals. */
  readonly detail: string | undefined;
}
