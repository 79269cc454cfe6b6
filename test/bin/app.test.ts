import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFindings } from '../../lib/plan/findings';

const repository = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')) as { context: object };

interface Ending {
  readonly status: number | null;
  readonly stderr: string;
  readonly assembly: string;
}

/** Runs bin/app.ts as the CDK CLI does, over dev with other fields and code after it. */
function synth(name: string, code: string, preload: readonly string[] = []): Ending {
  const file = join(folder, `${name}.js`);
  const assembly = join(folder, `${name}.out`);
  writeFileSync(
    file,
    `const dev = require(${JSON.stringify(join(repository, 'deployments/dev'))}).default;
     exports.default = { ...dev, name: '${name}' };
     ${code}`,
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', 'ts-node/register', ...preload.flatMap((path) => ['-r', path]), 'bin/app.ts'],
    {
      cwd: repository,
      encoding: 'utf8',
      timeout: 100_000,
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: assembly,
        ...(preload.length === 0 && { CDK_VALIDATION: 'false' }),
        CDK_CONTEXT_JSON: JSON.stringify({
          ...context,
          // The rules of CloudFormation take the most time; test/validators.test.ts runs them.
          '@aws-cdk/core:validateAgainstDefaultRules': false,
          deployment: file,
        }),
      },
    },
  );
  return { status, stderr, assembly };
}

describe('the CDK app', () => {
  test.each<[action: string, code: string, reason: RegExp]>([
    ['exits', 'process.exit(0);', /calls process\.exit\(0\)\. Remove the call/],
    [
      'exits-soon',
      'Promise.resolve().then(() => process.exit(0));',
      /calls process\.exit\(0\)\. Remove the call/,
    ],
    ['rejects', "Promise.reject(new Error('no answer'));", /fails after it is loaded: no answer/],
  ])('ends with code 1 and one line when the file %s', (action, code, reason) => {
    const { status, stderr } = synth(action, code);
    expect(status).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr.trim()).not.toContain('\n');
  });

  test('has AwsSolutions check every stack, and refuses a violation', () => {
    const { status, assembly } = synth('planted', '', [join(__dirname, 'planted-violation.ts')]);
    expect(status).not.toBe(0);
    expect(readFindings(assembly)).toContainEqual(
      expect.objectContaining({
        validator: 'AwsSolutions',
        rule: 'AwsSolutions-SQS4',
        constructs: ['planted/Queue/Resource'],
      }),
    );
  });

  test('warns in the synthesized assembly of a file with the name of one in deployments/', () => {
    const { stderr, status, assembly } = synth('economy', "exports.default.aws = { region: 'us-east-1' };");
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(readFileSync(join(assembly, 'manifest.json'), 'utf8') + stderr).toMatch(
      /both have the name 'economy'/,
    );
  });
});
