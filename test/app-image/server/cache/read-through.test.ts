import { MemoryStore } from '../../../../app-image/server/cache/memory-store';
import { ReadThrough } from '../../../../app-image/server/cache/read-through';
import { noMetrics } from '../../../../app-image/server/observability/embedded-metrics';
import { createLog } from '../../../../app-image/server/observability/log';
import { silent } from '../../../setup/shop';

const freshness = { freshSeconds: 5, staleSeconds: 60, ifErrorSeconds: 3600 };

describe('C33: reads through the cache', () => {
  let now = 0;
  let reads = 0;
  let cache: ReadThrough;
  beforeEach(() => {
    now = 0;
    reads = 0;
    cache = new ReadThrough(new MemoryStore(100, () => now), silent, noMetrics, () => now);
  });
  const read = () => cache.get('key', freshness, () => Promise.resolve(++reads));
  const away = () => cache.get('key', freshness, () => Promise.reject(new Error('away')));

  test('many requests for one missing entry make one read', async () => {
    expect(await Promise.all(Array.from({ length: 50 }, read))).toEqual(Array(50).fill(1));
  });

  test('a fresh entry is served without a read', async () => {
    await read();
    now = 4999;
    expect(await read()).toBe(1);
    expect(reads).toBe(1);
  });

  test('a stale entry is served at once and renewed in the background', async () => {
    await read();
    now = 10_000;
    expect(await read()).toBe(1);
    expect(reads).toBe(2);
    expect(await read()).toBe(2);
  });

  test('an old entry is read again, and served while its source is unavailable', async () => {
    await read();
    now = 600_000;
    expect(await away()).toBe(1);
    expect(await read()).toBe(2);
  });

  test('without an entry the failure is the answer, and is not cached', async () => {
    await expect(away()).rejects.toThrow('away');
    expect(await read()).toBe(1);
  });

  test('a failed renewal of a stale entry still answers with the old one', async () => {
    await read();
    now = 10_000;
    expect(await away()).toBe(1);
  });

  test('a failure is logged with the kind of the entry, without what a customer searched for', async () => {
    let lines = '';
    const log = await createLog(
      { LOG_LEVEL: 'info', LOG_FILE: undefined },
      { write: (line) => void (lines += line) },
    );
    const logged = new ReadThrough(new MemoryStore(100, () => now), log, noMetrics, () => now);
    const search = (answer: () => Promise<number>) =>
      logged.get('catalogue:text:["a gift for Ada Lovelace",20]', freshness, answer);
    await search(() => Promise.resolve(1));
    now = 10_000;
    await search(() => Promise.reject(new Error('away')));
    now = 600_000;
    await search(() => Promise.reject(new Error('away')));
    expect(lines.match(/"entry":"catalogue:text"/g)).toHaveLength(2);
    expect(lines).not.toContain('Lovelace');
  });
});
