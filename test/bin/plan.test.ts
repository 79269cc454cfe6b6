import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A terminal with nothing in it but a path: no credentials, no region, no home. */
function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ['-r', 'ts-node/register', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
}

const broken = join(folder, 'broken.ts');
writeFileSync(
  broken,
  `export default {
    name: 'Mine!',
    aws: { region: 'us-east-1', zone: ['us-east-1a'] },
    targets: { fargate: { cpu: 256, memoryMiB: 16384 } },
    live: 'ec2',
  };`,
);

describe.each([
  ['shop plan', ['bin/shop.ts', 'plan', broken], {}],
  ['the CDK app', ['bin/app.ts'], { CDK_CONTEXT_JSON: JSON.stringify({ deployment: broken }) }],
])('%s with a file that has mistakes', (_, args, environment) => {
  const { status, stderr } = run(args, environment);

  test('ends with a failure', () => expect(status).toBe(1));

  test('reports all mistakes at once', () => {
    for (const path of ['name', 'aws.zone', 'targets.fargate', 'live']) expect(stderr).toContain(path);
  });

  test('shows no stack trace', () => expect(stderr).not.toMatch(/^\s+at .*\.(ts|js):\d+/m));
});

test('a deployment that is not there is named, with those that are', () => {
  const { status, stderr } = run(['bin/shop.ts', 'plan', 'prodction']);
  expect(status).toBe(1);
  expect(stderr).toContain("Did you mean 'production'");
});
