import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DeploymentError, loadDeployment } from '../../../../lib/deployment';
import { runCode } from '../../../../lib/deployment/file/run-code';
import { smallest } from '../rule-cases';

const folder = mkdtempSync(join(tmpdir(), 'unusable-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Why a file is refused, without its path. */
function refusal(path: string): string {
  try {
    loadDeployment(path);
  } catch (problem) {
    if (problem instanceof DeploymentError) return problem.message.replaceAll(`${folder}/`, '');
    throw problem;
  }
  throw new Error(`${path} was accepted`);
}

const library = resolve(__dirname, '../../../../lib/deployment');
const values = JSON.stringify(smallest);

describe('a default export that is no deployment is refused in one line', () => {
  test.each<[kind: string, source: string, reason: RegExp]>([
    ['null', 'export default null;', /exports null as its default\. Write: export default/],
    ['undefined', 'export default undefined;', /has no default export\. Write: export default/],
    ['a list', 'export default [{}, {}];', /exports a list of 2 .*One file states one deployment/],
    ['text', "export default 'production';", /exports text as its default\. Write/],
    ['a number', 'export default 5;', /exports a number as its default\. Write/],
    ['a class', 'export default class Shop {}', /exports a class .*values themselves/],
    ['a function', 'export default () => ({});', /exports a function .*values themselves/],
    [
      'an async function',
      'export default async () => ({});',
      /exports an async function .*values themselves/,
    ],
    ['a generator', 'export default function* () {}', /exports a function .*values themselves/],
    ['a promise', 'export default Promise.resolve({});', /exports a Promise .*without async and await/],
    [
      'a rejected promise',
      'export default Promise.reject(new Error());',
      /exports a Promise .*without async/,
    ],
    ['a date', 'export default new Date(0);', /exports an instance of Date/],
    ['a map', 'export default new Map();', /exports an instance of Map/],
    ['a proxy', 'export default new Proxy({}, {});', /exports a Proxy/],
    [
      'defineDeployment without a call',
      `import { defineDeployment } from '${library}'; export default defineDeployment;`,
      /exports the function defineDeployment, without a call/,
    ],
  ])('%s', (kind, source, reason) => {
    const message = refusal(file(`${kind.replaceAll(' ', '-')}.ts`, source));
    expect(message).toMatch(reason);
    expect(message).not.toContain('\n');
  });
});

describe('a file that is no deployment file is refused in one line, before it runs', () => {
  test.each<[name: string, content: string | Buffer, reason: RegExp]>([
    ['empty.ts', ' \n', /empty\.ts is empty\. Write: export default/],
    ['binary.ts', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), /binary or not UTF-8\..*save it as UTF-8/],
    ['latin.ts', Buffer.from([0x2f, 0x2f, 0xe4]), /binary or not UTF-8/],
    ['utf16.ts', Buffer.from('export default {}', 'utf16le'), /binary or not UTF-8/],
    ['large.ts', '//'.padEnd(3_000_000), /has 3 MiB\..*the limit is 1 MiB/],
    ['shop.yaml', 'name: shop', /is a \.yaml file\. .*Rename it to end in \.ts/],
    ['shop.json', values, /is a \.json file\. .*Rename it to end in \.ts/],
    ['shop.mjs', `export default ${values}`, /ES module by its extension \.mjs\. Rename it to end in \.ts/],
    ['shop.mts', `export default ${values}`, /ES module by its extension \.mts\. Rename it to end in \.ts/],
    ['./shop', values, /has no extension\. .*Rename it to end in \.ts/],
  ])('%s', (name, content, reason) => {
    const message = refusal(file(name, content));
    expect(message).toMatch(reason);
    expect(message).not.toContain('\n');
  });

  test('a folder', () => {
    mkdirSync(join(folder, 'folder.ts'));
    expect(refusal(join(folder, 'folder.ts'))).toMatch(/is a folder\. Name the \.ts or \.js file/);
  });

  test('a device', () => {
    symlinkSync('/dev/zero', join(folder, 'device.ts'));
    expect(refusal(join(folder, 'device.ts'))).toMatch(/is not a regular file/);
  });

  // The superuser may read every file.
  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('a file without read permission', () => {
    const path = file('private.ts', `export default ${values}`);
    chmodSync(path, 0);
    expect(refusal(path)).toMatch(/cannot be opened: this user may not read it\. Check its owner/);
  });
});

describe('a file that throws is refused in one line with what it throws', () => {
  test.each<[thrown: string, reason: RegExp]>([
    ["''", /it throws an empty text/],
    ["'no zone today'", /cannot be read: no zone today\./],
    ['Object.freeze({ zone: 1 })', /it throws \{ zone: 1 \}/],
    ["Object.freeze(new Error('frozen'))", /line 1, cannot be read: frozen/],
    ['Object.create(null)', /it throws/],
    ["Object.defineProperty(new Error(), 'message', { get() { throw 1; } })", /a value that cannot be shown/],
    ['new Proxy({}, { get() { throw 1; }, has() { throw 2; } })', /it throws/],
    ['new Error()', /an error without a message/],
  ])('%s', (thrown, reason) => {
    const message = refusal(
      file(`throws-${Buffer.from(thrown).toString('hex').slice(0, 80)}.js`, `throw ${thrown};`),
    );
    expect(message).toMatch(reason);
    expect(message).toMatch(/Correct the file/);
    expect(message).not.toContain('\n');
  });
});

describe('a circular import is named', () => {
  test('of two files', () => {
    file('other.ts', "import one from './one'; export default { name: one.name };");
    const message = refusal(
      file('one.ts', "import other from './other'; export default { name: other.name };"),
    );
    expect(message).toBe(
      'one.ts imports itself in a circle: one.ts → other.ts → one.ts. Move what both files need into a third one.',
    );
  });

  test('of a file with itself', () => {
    expect(refusal(file('self.js', "exports.default = { ...require('./self').default.name };"))).toMatch(
      /circle: self\.js → self\.js/,
    );
  });
});

describe('code that acts instead of stating values', () => {
  test.each<[action: string, code: string, reason: RegExp]>([
    ['exits', 'process.exit(0);', /calls process\.exit\(0\)\. Remove the call/],
    ['exits with another code', 'process.exit(3);', /calls process\.exit\(3\)\. Remove the call/],
    ['exits and hides it', 'try { process.exit(0); } catch {}', /calls process\.exit\(0\)\. Remove the call/],
    ['aborts', 'process.abort();', /calls process\.abort\(\)\. Remove the call/],
    ['changes the end of the process', "process.on('exit', () => {});", /\(process\.on\('exit'\)\)/],
  ])('is refused when it %s', (action, code, reason) => {
    const state = () => [Object.getOwnPropertyDescriptor(process, 'exit'), process.exitCode];
    const before = state();
    const path = file(`${action.replaceAll(' ', '-')}.js`, `${code}\nexports.default = ${values};`);
    expect(refusal(path)).toMatch(reason);
    expect(state()).toEqual(before);
  });

  test('cannot set the exit code', () => {
    const before = process.exitCode;
    loadDeployment(file('exit-code.js', `process.exitCode = 7; exports.default = ${values};`));
    expect(process.exitCode).toBe(before);
  });

  test('is stopped at the time limit when it loops for ever', () => {
    const loop = () => {
      for (;;);
    };
    expect(() => runCode(loop, 0.2)).toThrow(/still runs after 0\.2 s\. Remove the endless loop/);
  });
});
