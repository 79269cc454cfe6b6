import type { Redis, Result } from 'ioredis';
import type { Decision, RateLimit, RateLimiter } from './rate-limiter';

/**
 * All limits of a request in one call, so two processes cannot both use the last request. Redis' own
 * clock decides, because the clocks of two hosts differ. ARGV: now in ms or '', a unique suffix, then
 * most and window in ms for each key. Answers 1 or 0, then count and oldest time for each key.
 */
const slidingLog = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local counts, allowed = {}, 1
for index, key in ipairs(KEYS) do
  local most, window = tonumber(ARGV[1 + 2 * index]), tonumber(ARGV[2 + 2 * index])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  counts[index] = redis.call('ZCARD', key)
  if counts[index] >= most then allowed = 0 end
end
local answer = { allowed, now }
for index, key in ipairs(KEYS) do
  if allowed == 1 then
    redis.call('ZADD', key, now, now .. ARGV[2])
    redis.call('PEXPIRE', key, ARGV[2 + 2 * index])
    counts[index] = counts[index] + 1
  end
  local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  answer[#answer + 1] = counts[index]
  answer[#answer + 1] = tonumber(oldest[2]) or now
end
return answer
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    slidingLog(keys: number, ...rest: (string | number)[]): Result<number[], Context>;
  }
}

/** Shared by all processes. */
export class RedisLimiter implements RateLimiter {
  private taken = 0;
  private readonly self = Math.random().toString(36).slice(2);

  constructor(
    private readonly redis: Redis,
    /** A clock for tests. @default Redis' own */
    private readonly now?: () => number,
  ) {
    redis.defineCommand('slidingLog', { lua: slidingLog });
  }

  async take(client: string, limits: readonly RateLimit[]): Promise<Decision> {
    this.taken += 1;
    const [allowed, now = 0, ...counts] = await this.redis.slidingLog(
      limits.length,
      // The braces put all keys of a client on one node of a cluster.
      ...limits.map(({ name }) => `limit:{${client}}:${name}`),
      this.now?.() ?? '',
      `:${this.self}:${this.taken}`,
      ...limits.flatMap(({ most, windowSeconds }) => [most, windowSeconds * 1000]),
    );
    return {
      allowed: allowed === 1,
      states: limits.map((limit, index) => ({
        limit,
        remaining: Math.max(0, limit.most - (counts[2 * index] ?? 0)),
        resetMs: (counts[2 * index + 1] ?? now) + limit.windowSeconds * 1000 - now,
      })),
    };
  }
}
