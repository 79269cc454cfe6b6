import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../../../app-image/server/observability/log';
import { until } from '../../../setup/until';

function collector() {
  const lines: Record<string, unknown>[] = [];
  return { lines, write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
}

describe('R2, C1, C26: the log', () => {
  test('is JSON with level, time and the place in the sources that wrote it', async () => {
    const out = collector();
    const log = await createLog({ LOG_LEVEL: 'info', LOG_FILE: undefined }, out);
    log.warn({ order: 7 }, 'careful');
    expect(out.lines).toEqual([
      expect.objectContaining({ level: 'warn', msg: 'careful', order: 7, time: expect.stringMatching(/Z$/) }),
    ]);
    expect(out.lines[0]?.source).toMatch(/log\.test\.ts:\d+$/);
  });

  test('names each place by its own line', async () => {
    const out = collector();
    const log = await createLog({ LOG_LEVEL: 'info', LOG_FILE: undefined }, out);
    log.info('one');
    log.child({ requestId: 'r' }).error('two');
    const [one, two] = out.lines.map(({ source }) => Number(/\d+$/.exec(String(source))?.[0]));
    expect(two).toBeGreaterThan(one ?? Infinity);
  });

  test('leaves out what is less severe than asked for', async () => {
    const out = collector();
    const log = await createLog({ LOG_LEVEL: 'error', LOG_FILE: undefined }, out);
    log.info('quiet');
    expect(out.lines).toEqual([]);
  });

  test('C22: never shows what is confidential', async () => {
    const out = collector();
    const log = await createLog({ LOG_LEVEL: 'info', LOG_FILE: undefined }, out);
    log.info(
      { password: 'p4ss', body: { password: 'p4ss', accessToken: 'p4ss' }, headers: { cookie: 'p4ss' } },
      'x',
    );
    expect(JSON.stringify(out.lines)).not.toContain('p4ss');
  });

  test('goes to a file as well when one is named', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'shop-log-'));
    const file = join(directory, 'shop.log');
    const log = await createLog({ LOG_LEVEL: 'info', LOG_FILE: file }, collector());
    log.info('kept');
    let text = '';
    while (!text.includes('kept')) {
      await new Promise(setImmediate);
      text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    }
    expect(JSON.parse(text)).toMatchObject({ msg: 'kept' });
    rmSync(directory, { recursive: true, force: true });
  });
});

describe('R2: the log file', () => {
  const megabyte = 1024 * 1024;
  /** Lines of a quarter of a megabyte, with pauses in which the file can be rotated. */
  async function write(megabytes: number, path: string): Promise<void> {
    const log = await createLog({ LOG_LEVEL: 'info', LOG_FILE: path }, collector());
    const text = 'x'.repeat(megabyte / 4);
    for (let line = 0; line < 4 * megabytes; line += 1) {
      log.info(text);
      await sleep(1);
    }
  }
  /** Sizes of the files in whole megabytes, once all that was written is there. */
  async function sizes(directory: string, rotated: number): Promise<number[]> {
    const logs = () => readdirSync(directory).filter((file) => file.endsWith('shop.log'));
    await until('rotated', () => logs().length === rotated + 1);
    await sleep(200);
    return logs().map((file) => Math.round(statSync(join(directory, file)).size / megabyte));
  }

  test('is rotated at 10 MB, and not before', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'shop-log-'));
    await write(9, join(directory, 'shop.log'));
    expect(await sizes(directory, 0)).toEqual([9]);
    await write(2, join(directory, 'shop.log'));
    expect((await sizes(directory, 1)).sort()).toEqual([1, 10]);
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  test('ten old files are kept', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'shop-log-'));
    await write(125, join(directory, 'shop.log'));
    const kept = await sizes(directory, 10);
    expect(kept.filter((size) => size === 10)).toHaveLength(10);
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);
});
