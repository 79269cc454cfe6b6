import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const python = resolve(__dirname, '../../.venv/bin/python');

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithAwsModel(name: string, tests: () => void): void {
  if (existsSync(python)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – no .venv with botocore found (pip install 'moto[server]')\n`);
  describe.skip(name, tests);
}

/** The calls of `aws` that a script of bash makes, as bash reads them. Each call prints `x`. */
export function awsCallsOf(script: string): string[][] {
  const directory = mkdtempSync(join(tmpdir(), 'shop-aws-calls-'));
  const calls = join(directory, 'calls');
  const stub = `aws() { printf '%s\\0' "$@" >> '${calls}'; printf '\\n\\0' >> '${calls}'; echo x; }`;
  const { status, stderr } = spawnSync('bash', ['-e', '-u'], {
    input: `${stub}\n${script}\n`,
    encoding: 'utf8',
  });
  const written = existsSync(calls) ? readFileSync(calls, 'utf8') : '';
  rmSync(directory, { recursive: true, force: true });
  if (status !== 0) throw new Error(`bash ended with ${String(status)}: ${stderr}`);
  return written
    .split('\n\0')
    .filter(Boolean)
    .map((call) => call.split('\0').slice(0, -1));
}

/** What of these calls the AWS CLI would refuse: service, operation, options, values of a closed set, queries. */
export function problemsOf(calls: readonly (readonly string[])[]): string[] {
  const model = join(__dirname, 'aws-cli-model.py');
  const { status, stdout, stderr } = spawnSync(python, [model], {
    input: JSON.stringify(calls),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}
