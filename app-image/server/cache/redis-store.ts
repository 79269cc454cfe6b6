import type { Redis } from 'ioredis';
import type { Store } from './store';

export class RedisStore implements Store {
  readonly kind = 'redis';

  constructor(private readonly redis: Redis) {}

  async get(key: string): Promise<string | undefined> {
    return (await this.redis.get(key)) ?? undefined;
  }

  async set(key: string, value: string, seconds: number): Promise<void> {
    await this.redis.set(key, value, 'PX', Math.max(1, Math.round(seconds * 1000)));
  }

  async delete(key: string): Promise<void> {
    await this.redis.del(key);
  }

  async check(): Promise<void> {
    await this.redis.ping();
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }
}
