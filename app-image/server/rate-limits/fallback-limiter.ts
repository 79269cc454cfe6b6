import type { OutsideCall } from '../resilience/outside-call';
import { UnavailableError } from '../resilience/unavailable';
import { MemoryLimiter } from './memory-limiter';
import type { Decision, RateLimit, RateLimiter } from './rate-limiter';

/** Shared limits in Redis; while Redis is unavailable, each process limits by itself. */
export class FallbackLimiter implements RateLimiter {
  constructor(
    private readonly shared: RateLimiter,
    private readonly calls: OutsideCall,
    private readonly own: RateLimiter = new MemoryLimiter(),
  ) {}

  async take(client: string, limits: readonly RateLimit[]): Promise<Decision> {
    try {
      return await this.calls.run(() => this.shared.take(client, limits));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return this.own.take(client, limits);
    }
  }
}
