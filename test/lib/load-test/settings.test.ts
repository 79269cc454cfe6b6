import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoadTestError } from '../../../lib/load-test/problem';
import { settingsFrom, type LoadTestOptions } from '../../../lib/load-test/settings';

const folder = mkdtempSync(join(tmpdir(), 'load-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const defaults: LoadTestOptions = { deployment: 'production', seconds: '60', rate: '50', warmUp: '5' };
const settings = (options: Partial<LoadTestOptions> = {}, address = 'https://shop.example.com') =>
  settingsFrom(address, { ...defaults, ...options });

test('by default the run orders nothing and asks the assistant nothing', () => {
  expect(settings()).toMatchObject({ orders: false, chat: false, rate: 50, seconds: 60, warmUpSeconds: 5 });
});

test('an address may end with a slash', () => {
  expect(settings({}, 'http://127.0.0.1:8080/').url.origin).toBe('http://127.0.0.1:8080');
});

test.each([
  ['shop.example.com', 'is not an http or https address'],
  ['localhost:8080', 'is not an http or https address'],
  ['ftp://shop.example.com', 'is not an http or https address'],
  ['https://', 'is not an http or https address'],
  ['', 'is not an http or https address'],
  ['https://ada:secret@shop.example.com', 'holds a user name or a password'],
  ['https://shop.example.com/api', 'has a path'],
  ['https://shop.example.com/?a=1', 'has a path'],
  ['https://shop.example.com/#top', 'has a path'],
])('the address `%s` is refused', (address, reason) => {
  expect(() => settings({}, address)).toThrow(LoadTestError);
  expect(() => settings({}, address)).toThrow(reason);
  expect(() => settings({}, address)).toThrow(
    'Give the address of the shop, such as https://shop.example.com.',
  );
});

test.each<[option: Partial<LoadTestOptions>, message: string]>([
  [{ seconds: '0' }, '--seconds: `0` is not a whole number from 1 to 3600.'],
  [{ seconds: '3601' }, '--seconds: `3601` is not a whole number from 1 to 3600.'],
  [{ seconds: '1.5' }, '--seconds: `1.5` is not a whole number from 1 to 3600.'],
  [{ seconds: '1e2' }, '--seconds: `1e2` is not a whole number from 1 to 3600.'],
  [{ seconds: '60s' }, '--seconds: `60s` is not a whole number from 1 to 3600.'],
  [{ seconds: '' }, '--seconds: `` is not a whole number from 1 to 3600.'],
  [{ rate: '-5' }, '--rate: `-5` is not a whole number from 1 to 1000.'],
  [{ rate: '1001' }, '--rate: `1001` is not a whole number from 1 to 1000.'],
  [{ rate: 'many' }, '--rate: `many` is not a whole number from 1 to 1000.'],
  [{ warmUp: '61' }, '--warm-up: `61` is not a whole number from 0 to 60.'],
  [
    { seconds: '9', rate: '11' },
    '--seconds 9 and --rate 11 make 99 requests; at least 100 are needed for a p95. Raise one of them.',
  ],
  [{ note: ' ' }, '--note: must be one line of text.'],
  [{ note: 'two\nlines' }, '--note: must be one line of text.'],
])('%j is refused', (options, message) => {
  expect(() => settings(options)).toThrow(new LoadTestError(message));
});

test('100 requests are enough', () => {
  expect(settings({ seconds: '10', rate: '10' })).toMatchObject({ seconds: 10, rate: 10 });
});

test('files are checked before the run, so that no result is lost after it', () => {
  const missing = join(folder, 'missing', 'result.json');
  const taken = join(folder, 'taken.md');
  mkdirSync(taken);
  expect(() => settings({ json: missing })).toThrow(
    `--json: \`${missing}\` is in a folder that does not exist. Create the folder first.`,
  );
  expect(() => settings({ json: 'result.txt' })).toThrow('--json: `result.txt` does not end with .json.');
  expect(() => settings({ record: taken })).toThrow(`--record: \`${taken}\` exists and is not a file.`);
  expect(settings({ record: join(folder, 'record.md') }).record).toBe(join(folder, 'record.md'));
});

test('files are relative to the folder in which the command was typed', () => {
  const { INIT_CWD: before } = process.env;
  process.env.INIT_CWD = folder;
  try {
    expect(settings({ json: 'result.json' }).json).toBe(join(folder, 'result.json'));
  } finally {
    if (before === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = before;
  }
});
