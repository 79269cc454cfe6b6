import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryStore } from '../../../../app-image/server/cache/memory-store';
import { connectRedis } from '../../../../app-image/server/cache/redis';
import { RedisStore } from '../../../../app-image/server/cache/redis-store';
import type { Store } from '../../../../app-image/server/cache/store';
import { describeWithRedis, startRedis, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

function contract(storeOf: () => Store): void {
  test('gives back what was set, and nothing else', async () => {
    const store = storeOf();
    await store.set('a', 'Käse ❤', 60);
    expect(await store.get('a')).toBe('Käse ❤');
    expect(await store.get('b')).toBeUndefined();
    await store.delete('a');
    expect(await store.get('a')).toBeUndefined();
  });

  test('forgets when the time is over', async () => {
    const store = storeOf();
    await store.set('short', 'x', 0.02);
    await sleep(60);
    expect(await store.get('short')).toBeUndefined();
  });

  test('answers a check', async () => {
    await expect(storeOf().check()).resolves.toBeUndefined();
  });
}

describe('a store in memory', () => {
  contract(() => new MemoryStore());

  test('keeps what was used last when it is full', async () => {
    const store = new MemoryStore(2);
    await store.set('a', '1', 60);
    await store.set('b', '2', 60);
    await store.get('a');
    await store.set('c', '3', 60);
    expect([await store.get('a'), await store.get('b'), await store.get('c')]).toEqual(['1', undefined, '3']);
  });
});

describeWithRedis('a store in Redis', () => {
  let service: Service;
  let store: RedisStore;
  beforeAll(async () => {
    service = await startRedis();
    const redis = connectRedis(`redis://127.0.0.1:${service.port}`, undefined, silent);
    await new Promise((ready) => redis.once('ready', ready));
    store = new RedisStore(redis);
  });
  afterAll(async () => {
    await store.close();
    await service.remove();
  });
  contract(() => store);

  test('a check fails at once when Redis is unavailable', async () => {
    await service.kill();
    await expect(store.check()).rejects.toThrow();
    await service.start();
  });
});
