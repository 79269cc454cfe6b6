import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Compares the time of `cdk synth` for production with that of an app with one bucket: same CLI, same flags,
 * validation off. The two run alternately, so a slower machine affects both. The median of the ratios must
 * be within the budget.
 *
 *     node -r ts-node/register bench/synth.ts [rounds]
 */
const budget = 2;
const rounds = Number(process.argv[2] ?? 7);
const repository = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'synth-'));

/** Wall-clock seconds of the command, including the build of cdk.json. */
function secondsToSynth(...flags: string[]): number {
  const output = join(scratch, 'cdk.out');
  rmSync(output, { recursive: true, force: true });
  const started = performance.now();
  const cdk = join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const { status, stderr } = spawnSync(
    process.execPath,
    [cdk, 'synth', '--quiet', '--output', output, ...flags],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        ...process.env,
        AWS_REGION: 'us-east-1',
        AWS_EC2_METADATA_DISABLED: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        CDK_DISABLE_VERSION_CHECK: '1',
        CDK_VALIDATION: 'false',
      },
    },
  );
  if (status !== 0) throw new Error(`cdk synth ${flags.join(' ')} ended with ${String(status)}:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

const production = () => secondsToSynth('--context', 'deployment=production');
const oneBucket = () =>
  secondsToSynth('--build', 'true', '--app', 'node -r ts-node/register bench/one-bucket/app.ts');

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
const row = (name: string, values: readonly number[]) =>
  `${name.padEnd(12)} min ${Math.min(...values).toFixed(2)}  median ${median(values).toFixed(2)}  max ${Math.max(...values).toFixed(2)}`;

try {
  production();
  oneBucket();
  const pairs = Array.from({ length: rounds }, () => [production(), oneBucket()] as const);
  const ratio = median(pairs.map(([shop, bucket]) => shop / bucket));
  console.log(
    row(
      'production',
      pairs.map(([shop]) => shop),
    ),
    's',
  );
  console.log(
    row(
      'one bucket',
      pairs.map(([, bucket]) => bucket),
    ),
    's',
  );
  console.log(`ratio, median of ${rounds} pairs: ${ratio.toFixed(2)} (budget ${budget.toFixed(1)})`);
  process.exitCode = ratio > budget ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
