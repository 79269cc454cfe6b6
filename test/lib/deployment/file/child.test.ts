import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeployment, readInChild } from '../../../../lib/deployment';
import { smallest } from '../rule-cases';

const folder = mkdtempSync(join(tmpdir(), 'child-'));
afterAll(() => rmSync(folder, { recursive: true }));

const later = (code: string) => `void Promise.resolve().then(() => { ${code} });`;

interface Case {
  readonly what: string;
  readonly code: string;
  readonly reason: RegExp;
  /** @default the limit of the product */
  readonly seconds?: number;
}

const cases: readonly Case[] = [
  { what: 'exits', code: 'process.exit(0);', reason: /calls process\.exit\(0\)/ },
  { what: 'exits later', code: later('process.exit(0)'), reason: /calls process\.exit\(0\)/ },
  {
    what: 'ends its process by a signal',
    code: "process.kill(process.pid, 'SIGKILL');",
    reason: /ends the process .*\(SIGKILL\)/,
  },
  { what: 'loops for ever', code: 'for (;;);', reason: /still runs after 2 s/, seconds: 2 },
  { what: 'loops for ever later', code: later('for (;;);'), reason: /still runs after 2 s/, seconds: 2 },
  {
    what: 'waits for another process',
    code: "require('node:child_process').execSync('sleep 60');",
    reason: /still runs after 2 s/,
    seconds: 2,
  },
  {
    what: 'rejects a promise',
    code: "void Promise.reject(new Error('no answer'));",
    reason: /fails after it is loaded: no answer/,
  },
  {
    what: 'starts a timer that exits',
    code: 'setTimeout(() => process.exit(0), 50);',
    reason: /goes on after it is loaded \(Timeout\)\. Remove the timer/,
  },
  {
    what: 'throws null and keeps a timer',
    code: 'setInterval(() => {}, 1e6); throw null;',
    reason: /cannot be read: it throws null/,
  },
];

async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}

describe('a file that is read in a child process', () => {
  // Two at a time, as most of the time is that of starting Node.
  let outcomes: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const outcome = async ({ what, code, seconds }: Case): Promise<[string, string]> => {
      const path = join(folder, `${what.replaceAll(' ', '-')}.js`);
      writeFileSync(path, `${code}\nexports.default = ${JSON.stringify(smallest)};`);
      return readInChild(path, seconds).then(
        () => [what, 'it was accepted'],
        (problem: unknown) => [what, String(problem)],
      );
    };
    const [half, other] = [cases.slice(0, cases.length / 2), cases.slice(cases.length / 2)];
    outcomes = new Map((await Promise.all([inTurn(half, outcome), inTurn(other, outcome)])).flat());
  }, 120_000);

  test.each(cases)('is refused in one line when it $what', ({ what, reason }) => {
    expect(outcomes.get(what)).toMatch(reason);
    expect(outcomes.get(what)).not.toContain('\n');
  });

  test('has the values that it has in this process', async () => {
    expect(await readInChild('production')).toEqual(readDeployment('production'));
  }, 30_000);
});
