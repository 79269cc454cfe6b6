import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/* Runs that end with 0, 1 and 2 are in test/wiring, with the real server. */

function loadTest(...args: readonly string[]) {
  return spawnSync(process.execPath, ['-r', 'ts-node/register', 'bin/load-test.ts', ...args], {
    cwd: join(__dirname, '../../..'),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

test.each<[what: string, args: readonly string[], message: string]>([
  ['a faulty address', ['shop.example.com'], 'URL: `shop.example.com` is not an http or https address.'],
  ['an address without a shop', ['http://127.0.0.1:9'], 'http://127.0.0.1:9 does not answer: '],
  [
    'a deployment that does not exist',
    ['http://127.0.0.1:9', '-c', 'nosuch'],
    "There is no deployment 'nosuch'.",
  ],
  ['an unknown option', ['http://127.0.0.1:9', '--users', '5'], "error: unknown option '--users'"],
  ['no address', [], "error: missing required argument 'url'"],
  ['two addresses', ['http://127.0.0.1:9', 'http://127.0.0.1:10'], 'error: too many arguments'],
])(
  'the load test exits with 2 for %s, and says so in one message',
  (_, args, message) => {
    const { status, stdout, stderr } = loadTest(...args);
    expect(stderr).toMatch(new RegExp(`^${message.replace(/[.?]/g, '\\$&')}`));
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([status, stdout]).toEqual([2, '']);
  },
  30_000,
);

test('--help exits with 0 and says what the codes mean', () => {
  const { status, stdout } = loadTest('--help');
  expect(stdout).toMatch(/Exit codes: 0 within the thresholds; 1 a threshold is broken; 2 /);
  expect(status).toBe(0);
}, 30_000);
