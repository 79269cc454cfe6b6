import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError, prepareOutput } from '../../../lib/plan/output-folder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...paths: string[]): void {
  for (const path of paths) writeFileSync(join(folder, path), '');
}

function refusal(path: string): string {
  try {
    prepareOutput(path);
  } catch (problem) {
    if (problem instanceof OutputError) return problem.message;
    throw problem;
  }
  throw new Error(`${path} was accepted`);
}

const assembly = [
  'cdk.out',
  'manifest.json',
  'deployment.json',
  'error.txt',
  'tree.json',
  'data.template.json',
  'validation-report.json',
];

describe('the output folder', () => {
  test('is made where it does not exist, with the folders above it', () => {
    const path = join(folder, 'a', 'b');
    expect(prepareOutput(path)).toBe(path);
    expect(readdirSync(path)).toEqual([]);
  });

  test('may be empty', () => {
    expect(prepareOutput(folder)).toBe(folder);
  });

  test('is emptied of an earlier plan', () => {
    write(...assembly);
    mkdirSync(join(folder, `asset.${'a'.repeat(64)}`));
    prepareOutput(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is emptied of what an interrupted plan left', () => {
    write('cdk.out', 'synth.lock');
    prepareOutput(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('nothing is removed from', () => {
  test.each<[what: string, entries: readonly string[], named: string]>([
    ['a folder with other files', ['notes.txt'], 'notes.txt'],
    ['an earlier plan with a file of the user', [...assembly, 'notes.txt'], 'notes.txt'],
    ['a folder with a manifest.json of another tool', ['manifest.json'], 'manifest.json'],
    ['a folder with hidden files', ['.git'], '.git'],
  ])('%s', (_, entries, named) => {
    write(...entries);
    const message = refusal(folder);
    expect(message).toContain(`holds ${named}, which no earlier plan wrote`);
    expect(message).toMatch(/Name an empty folder, or one that does not exist\.$/);
    expect(readdirSync(folder).sort()).toEqual([...entries].sort());
  });

  test('a project in which cdk.out is a folder', () => {
    write('manifest.json');
    mkdirSync(join(folder, 'cdk.out'));
    expect(refusal(folder)).toMatch(/which no earlier plan wrote/);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  });

  test('a plan that another process reads or writes', () => {
    write(...assembly, `read.${process.pid}.1.lock`);
    expect(refusal(folder)).toMatch(
      new RegExp(`in use by another cdk command, process ${process.pid}\\. Wait`),
    );
    rmSync(join(folder, `read.${process.pid}.1.lock`));
    writeFileSync(join(folder, 'synth.lock'), String(process.pid));
    expect(refusal(folder)).toMatch(/in use by another cdk command/);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  });
});

describe('a path that cannot be a folder ends in one line', () => {
  test('a file, or a path below one', () => {
    write('file');
    for (const path of [join(folder, 'file'), join(folder, 'file', 'below')])
      expect(refusal(path)).toMatch(/file is a file, not a folder\. Name another folder with --output\.$/);
  });

  test('a link that leads nowhere', () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    expect(refusal(join(folder, 'link', 'below'))).toMatch(/a link to nowhere\. Name another folder/);
  });

  test('a name that is too long', () => {
    expect(refusal(join(folder, 'x'.repeat(300)))).toMatch(/the name is too long\. Name another folder/);
  });

  test.each(['', ' '])('no name at all: "%s"', (path) => {
    expect(refusal(path)).toBe('--output names no folder. Write: --output FOLDER.');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux.each(['/proc/plan/below', '/proc/self/plan', '/dev/null'])('%s', (path) => {
    expect(refusal(path)).toMatch(/Name another folder with --output\.$/);
  });
});
