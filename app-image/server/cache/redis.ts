import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** A connection whose commands fail at once while Redis is unavailable, and that reconnects by itself. */
export function connectRedis(url: string, password: string | undefined, log: Logger): Redis {
  const redis = new Redis(url, {
    password,
    // A command that cannot be sent fails at once; every caller can work without Redis.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: 500,
    keepAlive: 30_000,
    retryStrategy: (attempt) => Math.min(5000, 100 * 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2),
    // After a failover the old primary answers READONLY until DNS points to the new one.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  let reported = false;
  redis.on('error', (error: Error) => {
    if (!reported) log.warn({ err: error }, 'the cache is unavailable; the shop continues without it');
    reported = true;
  });
  redis.on('ready', () => {
    if (reported) log.info('the cache is available again');
    reported = false;
  });
  return redis;
}
