import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { version } from '../../package.json';
import { smallest } from '../lib/deployment/rule-cases';

const repository = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'shop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Ending {
  return spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
}

const shop = (args: readonly string[], environment?: NodeJS.ProcessEnv) =>
  node(['-r', 'ts-node/register', 'bin/shop.ts', ...args], environment);

test('--version prints the version of the package', () => {
  expect(shop(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
});

test('--help says what the exit codes mean', () => {
  expect(shop(['--help']).stdout).toMatch(/Exit codes: 0 done; 1 /);
});

describe('a mistake on the command line is named in one sentence, with the way to the help', () => {
  test.each<[mistake: string, args: readonly string[], message: string]>([
    ['an unknown command', ['plann'], "error: unknown command 'plann'"],
    ['an unknown option', ['plan', '--zone'], "error: unknown option '--zone'"],
    ['no target', ['move', 'dev'], "error: required option '--to <target>' not specified"],
  ])('%s', (_, args, message) => {
    const { status, stderr } = shop(args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Run 'npm run shop -- --help'");
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

describe('the deployment', () => {
  // The output is a file, so each plan ends before synthesis.
  const output = join(folder, 'file');
  writeFileSync(output, '');
  const reached = `${output} is a file, not a folder`;

  test('and the output are relative to the folder of the caller, which npm leaves in INIT_CWD', () => {
    writeFileSync(join(folder, 'mine.js'), `exports.default = ${JSON.stringify(smallest)};`);
    const { status, stderr } = shop(['plan', './mine.js', '-o', 'file'], { INIT_CWD: folder });
    expect(stderr).toContain(reached);
    expect(status).toBe(1);
  });

  test('may print without a change to the JSON of a command', () => {
    const path = join(folder, 'prints.js');
    writeFileSync(path, `console.log('loading'); exports.default = ${JSON.stringify(smallest)};`);
    const { stdout, stderr } = shop(['move', path, '--to', 'ec2', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ deployment: 'shop', from: 'fargate', to: 'ec2' });
    expect(stderr).toContain('loading');
  });
});

describe('a Node that is too old', () => {
  const pretend = ['-r', './test/bin/old-node.js'];
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const { app, build } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')) as Record<
    string,
    string
  >;
  const commands = {
    'npm run shop': scripts.shop,
    'npm run plan': scripts.plan,
    'the CDK app': app,
    'its build': build,
  };

  test.each(Object.entries(commands))('is refused by %s in one sentence', (_, command = '') => {
    const args = command.split(' ').slice(1);
    for (const old of ['14.21.3', '20.18.3']) {
      const { status, stderr } = node([...pretend, ...args], { PRETENDED_NODE: old });
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: `Node ${old} is too old: Node 20.19 or later is needed. Install it from https://nodejs.org and run the command again.\n`,
      });
    }
  });

  test.each(['20.19.0', '22.0.0'])('is not %s', (current) => {
    expect(node([...pretend, 'bin/node-version.js'], { PRETENDED_NODE: current })).toMatchObject({
      status: 0,
    });
  });

  test('can read the check, which has no syntax newer than ES5', () => {
    const source = readFileSync(join(repository, 'bin', 'node-version.js'), 'utf8');
    const code = (target: 'es5' | 'es2022') =>
      transformSync(source, { jsc: { target, parser: { syntax: 'ecmascript' } }, isModule: false }).code;
    expect(code('es5')).toBe(code('es2022'));
  });
});
