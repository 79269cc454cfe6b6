import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  loadDeployment,
  parseDeployment,
  warningsFor,
  type DeploymentInput,
} from '../../../../lib/deployment';
import { sameNameWarnings } from '../../../../lib/deployment/file/same-name';
import { smallest } from '../rule-cases';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-name-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const stated = (change: Partial<DeploymentInput> = {}) =>
  `module.exports = { default: ${JSON.stringify({ ...smallest, ...change })} };`.replaceAll(
    '"name":',
    'name: ',
  );

const messages = (path: string) =>
  sameNameWarnings(loadDeployment(path), folder).map(({ message }) => message);

describe('two files with one name in the same account and region', () => {
  test('are both named, whichever is deployed', () => {
    const [one, copy] = [file('one.ts', stated()), file('copy.ts', stated())];
    for (const path of [one, copy]) {
      const [message] = messages(path);
      expect(message).toContain(one);
      expect(message).toContain(copy);
      expect(message).toMatch(/both have the name 'shop' in .*Give one of them another name/);
    }
  });

  test('are noticed when one inherits or computes its name', () => {
    const one = file('one.ts', stated());
    file('inherits.ts', "module.exports = { default: { ...require('./one').default } };");
    file('computes.ts', stated().replace(/name: "(\w+)"/, "name: ['$1'].join()"));
    expect(messages(one)).toEqual([
      expect.stringContaining('computes.ts'),
      expect.stringContaining('inherits.ts'),
    ]);
  });

  test('are noticed when only one names its account, as the credentials decide for the other', () => {
    const one = file('one.ts', stated({ aws: { ...smallest.aws, account: '111111111111' } }));
    file('copy.ts', stated());
    expect(messages(one)).toHaveLength(1);
  });

  test('are noticed when one is outside deployments/', () => {
    const [warning] = warningsFor(
      loadDeployment(file('mine.ts', stated({ name: 'production', aws: { region: 'us-east-1' } }))),
    ).filter(({ path }) => path === 'name');
    expect(warning?.message).toMatch(
      /mine\.ts and .*deployments\/production\.ts both have the name 'production'/,
    );
  });
});

describe('no warning', () => {
  test.each<[difference: string, change: Partial<DeploymentInput>]>([
    ['another name', { name: 'other' }],
    ['another region', { aws: { region: 'eu-central-1' } }],
  ])('for %s', (_, change) => {
    file('other.ts', stated(change));
    expect(messages(file('one.ts', stated()))).toEqual([]);
  });

  test('for another account', () => {
    file('other.ts', stated({ aws: { ...smallest.aws, account: '222222222222' } }));
    expect(messages(file('one.ts', stated({ aws: { ...smallest.aws, account: '111111111111' } })))).toEqual(
      [],
    );
  });

  test('for a second path to the same file', () => {
    const one = file('one.ts', stated());
    symlinkSync(one, join(folder, 'link.ts'));
    expect(messages(one)).toEqual([]);
  });

  test('for a file that cannot be used', () => {
    file('broken.ts', `${stated()} throw new Error();`);
    expect(messages(file('one.ts', stated()))).toEqual([]);
  });

  test('for values without a file', () => {
    expect(sameNameWarnings(parseDeployment(smallest), folder)).toEqual([]);
  });
});

test('a file with another name in its text is not loaded', () => {
  file('other.ts', `globalThis.loadedByMistake = true; ${stated({ name: 'other' })}`);
  messages(file('one.ts', stated()));
  expect(globalThis).not.toHaveProperty('loadedByMistake');
});
