/** A part the shop depends on is away for now; the customer gets 503 and is told when to come back. */
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

  /** What the customer reads; nothing internal. */
  readonly detail: string | undefined;
}
