import type { Decision, RateLimit, RateLimiter } from './rate-limiter';

/** The limiter of one process: for a laptop, and while Redis is unavailable. */
export class MemoryLimiter implements RateLimiter {
  /** Times of the requests that count, oldest first. */
  private readonly logs = new Map<string, number[]>();

  constructor(
    private readonly now: () => number = Date.now,
    /** Most clients remembered; beyond it, the least recent are forgotten. */
    private readonly most = 50_000,
  ) {}

  take(client: string, limits: readonly RateLimit[]): Promise<Decision> {
    const now = this.now();
    const logs = limits.map((limit) => ({ limit, times: this.recent(client, limit, now) }));
    const allowed = logs.every(({ limit, times }) => times.length < limit.most);
    if (allowed) logs.forEach(({ times }) => times.push(now));
    this.forgetOldest();
    return Promise.resolve({
      allowed,
      states: logs.map(({ limit, times }) => ({
        limit,
        remaining: Math.max(0, limit.most - times.length),
        resetMs: (times[0] ?? now) + limit.windowSeconds * 1000 - now,
      })),
    });
  }

  private recent(client: string, limit: RateLimit, now: number): number[] {
    const key = `${limit.name}:${client}`;
    const from = now - limit.windowSeconds * 1000;
    const times = (this.logs.get(key) ?? []).filter((time) => time > from);
    this.logs.delete(key);
    this.logs.set(key, times);
    return times;
  }

  private forgetOldest(): void {
    for (const key of this.logs.keys()) {
      if (this.logs.size <= this.most) return;
      this.logs.delete(key);
    }
  }
}
