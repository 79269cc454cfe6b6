import type { Redis } from 'ioredis';
import { connectRedis } from '../../../../app-image/server/cache/redis';
import { MemoryLimiter } from '../../../../app-image/server/rate-limits/memory-limiter';
import type { RateLimit, RateLimiter } from '../../../../app-image/server/rate-limits/rate-limiter';
import { RedisLimiter } from '../../../../app-image/server/rate-limits/redis-limiter';
import { describeWithRedis, startRedis, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

const chat: RateLimit = { name: 'chat', most: 10, windowSeconds: 60 };
const hour: RateLimit = { name: 'hour', most: 12, windowSeconds: 3600 };

/** Fifty seconds past a full minute of the clock. */
const start = Date.UTC(2026, 0, 1, 12, 0, 50);

function contract(limiterOf: (now: () => number) => RateLimiter): void {
  let now = start;
  let limiter: RateLimiter;
  let client = 0;
  beforeEach(() => {
    now = start;
    limiter = limiterOf(() => now);
    client += 1;
  });
  const take = async (limits: RateLimit[], who = `client-${client}`) => limiter.take(who, limits);
  const takeTimes = async (times: number, limits: RateLimit[]) => {
    for (let time = 0; time < times; time++) await take(limits);
  };

  test('R4: no 60 seconds hold more than the limit, also across a minute of the clock', async () => {
    await takeTimes(5, [chat]);
    now += 15_000; // 12:01:05, another minute by the clock
    await takeTimes(5, [chat]);
    expect((await take([chat])).allowed).toBe(false);
    now = start + 59_999;
    expect((await take([chat])).allowed).toBe(false);
    now = start + 60_000; // the first five are forgotten, the other five still count
    const decisions = [];
    for (let time = 0; time < 6; time++) decisions.push((await take([chat])).allowed);
    expect(decisions).toEqual([true, true, true, true, true, false]);
  });

  test('a request counts against each of its limits', async () => {
    await takeTimes(8, [chat, hour]);
    const { states } = await take([hour]);
    expect(states).toEqual([{ limit: hour, remaining: 3, resetMs: 3_600_000 }]);
  });

  test('a request refused by one limit counts against none', async () => {
    await takeTimes(10, [chat, hour]);
    await takeTimes(20, [chat, hour]);
    expect((await take([hour])).states[0]?.remaining).toBe(1);
  });

  test('says when the next request fits', async () => {
    await takeTimes(1, [chat]);
    now += 20_000;
    await takeTimes(9, [chat]);
    const { allowed, states } = await take([chat]);
    expect({ allowed, states }).toEqual({
      allowed: false,
      states: [{ limit: chat, remaining: 0, resetMs: 40_000 }],
    });
  });

  test('one client does not use up what another has', async () => {
    await takeTimes(11, [chat]);
    expect((await take([chat], `neighbour-${client}`)).allowed).toBe(true);
  });

  test('simultaneous requests share one allowance', async () => {
    const decisions = await Promise.all(Array.from({ length: 30 }, () => take([chat])));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(10);
  });
}

describe('limits in memory', () => {
  contract((now) => new MemoryLimiter(now));

  test('clients not seen for longest are forgotten before memory runs out', async () => {
    const limiter = new MemoryLimiter(() => start, 2);
    for (const client of ['a', 'b', 'c']) await limiter.take(client, [chat]);
    expect((await limiter.take('a', [chat])).states[0]?.remaining).toBe(9);
    expect((await limiter.take('c', [chat])).states[0]?.remaining).toBe(8);
  });
});

describeWithRedis('limits in Redis', () => {
  let service: Service;
  const connections: Redis[] = [];
  const connect = () => {
    const redis = connectRedis(`redis://127.0.0.1:${service.port}`, undefined, silent);
    connections.push(redis);
    return redis;
  };
  let redis: Redis;
  beforeAll(async () => {
    service = await startRedis();
    redis = connect();
    await new Promise((ready) => redis.once('ready', ready));
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await service.remove();
  });

  contract((now) => new RedisLimiter(redis, now));

  test('R4: two processes share one allowance, by the clock of Redis', async () => {
    const other = connect();
    await new Promise((ready) => other.once('ready', ready));
    const [one, two] = [new RedisLimiter(redis), new RedisLimiter(other)];
    const decisions = await Promise.all(
      Array.from({ length: 30 }, (_, index) => (index % 2 ? one : two).take('shared', [chat, hour])),
    );
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  test('R4: two processes together hold no more in any 60 seconds, also across a minute of the clock', async () => {
    const other = connect();
    await new Promise((ready) => other.once('ready', ready));
    let now = start;
    const limiters = [redis, other].map((connection) => new RedisLimiter(connection, () => now));
    const askEach = async (times: number) => {
      const allowed: boolean[] = [];
      for (let time = 0; time < times; time++)
        for (const limiter of limiters) allowed.push((await limiter.take('both', [chat])).allowed);
      return allowed;
    };
    expect(await askEach(3)).not.toContain(false);
    now += 15_000; // 12:01:05, another minute by the clock
    expect(await askEach(2)).not.toContain(false);
    expect(await askEach(1)).not.toContain(true);
    now = start + 59_999;
    expect(await askEach(1)).not.toContain(true);
    now = start + 60_000;
    expect(await askEach(3)).not.toContain(false);
    expect(await askEach(1)).not.toContain(true);
  });

  test('keys go away by themselves', async () => {
    await new RedisLimiter(redis).take('passer-by', [chat]);
    const left = await redis.pttl('limit:{passer-by}:chat');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
  });
});
