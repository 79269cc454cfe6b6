import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/* Runs the shell blocks of a page without AWS, and checks the calls that they make. */

/** A call of the AWS CLI, as the shell has expanded it. */
export interface Call {
  readonly region: string;
  readonly argv: readonly string[];
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly Call[];
}

/** Answers of AWS that a page waits for; everything else is one word. */
const standIns = `
aws() {
  printf '%s\\0' "$#" "\${AWS_REGION-}" "$@" >> "$CALLS"
  case "$1 $2 $*" in
    'logs get-query-results '*'--query status') echo Complete ;;
    'cloudformation list-stack-resources '*) echo physical-id ;;
    *) echo answer ;;
  esac
}
curl() { :; }
npx() { :; }
sleep() { :; }
`;

/** @param blocks run one after the other in one bash, which ends at the first failure */
export function runBlocks(...blocks: readonly string[]): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const record = join(folder, 'calls');
  try {
    const { status, stdout, stderr } = spawnSync('bash', ['-eu', '-o', 'pipefail'], {
      input: [standIns, ...blocks].join('\n'),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, CALLS: record },
      timeout: 20_000,
    });
    return { status, stdout, stderr, calls: callsIn(existsSync(record) ? readFileSync(record, 'utf8') : '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function callsIn(record: string): Call[] {
  const words = record.split('\0');
  const calls: Call[] = [];
  for (let at = 0; at + 1 < words.length; at += Number(words[at]) + 2)
    calls.push({ region: words[at + 1] ?? '', argv: words.slice(at + 2, at + 2 + Number(words[at])) });
  return calls;
}

/** A Python with botocore, whose models are those of the AWS CLI; undefined without one. */
function pythonWithModels(): string | undefined {
  const own = resolve(__dirname, '../../.venv/bin/python');
  return [own, 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import botocore, jmespath'], { stdio: 'ignore' }).status === 0,
  );
}

/** Says on the terminal when there is no Python to check calls with. */
export function describeWithModels(name: string, tests: (python: string) => void): void {
  const python = pythonWithModels();
  if (python === undefined)
    process.stderr.write(`skipped: ${name} – no Python with botocore (pip install botocore)\n`);
  (python === undefined ? describe.skip : describe)(name, () => tests(python ?? ''));
}

/** @returns what is wrong with the calls, one line each; the same call is checked once */
export function problemsWith(
  python: string,
  calls: readonly { readonly argv: readonly string[]; readonly whole: boolean }[],
): string[] {
  const printed = execFileSync(python, [join(__dirname, 'aws_commands.py')], {
    input: `[${[...new Set(calls.map((call) => JSON.stringify(call)))].join()}]`,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as string[];
}
