/** Most requests in any period of a given length. */
export interface RateLimit {
  /** Part of the key: two limits of one name share a count. */
  readonly name: string;
  readonly most: number;
  readonly windowSeconds: number;
}

export interface LimitState {
  readonly limit: RateLimit;
  readonly remaining: number;
  /** Milliseconds until one more request fits, or until the oldest that counts is forgotten. */
  readonly resetMs: number;
}

export interface Decision {
  readonly allowed: boolean;
  readonly states: readonly LimitState[];
}

/**
 * A sliding log: the times of a client's requests are kept as long as they count, so no period holds
 * more requests than the limit, wherever it begins. All limits of one call are decided together: the
 * request counts against each of them, or, when one refuses it, against none.
 */
export interface RateLimiter {
  take(client: string, limits: readonly RateLimit[]): Promise<Decision>;
}
