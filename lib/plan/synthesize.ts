import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../deployment';
import { synthesisFailure, type Ending } from './synthesis-failure';

/** Synthesis ended without a result to read. The message is for the user. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

export interface SynthesisOptions {
  /** Runs the validators, which write a report and take most of the time. @default true */
  readonly validation?: boolean;
}

/**
 * Synthesizes a deployment exactly as `cdk synth` does, without any network access.
 *
 * @param context what `--context deployment=` takes: a name in deployments/, or a path
 * @param assembly absolute path of an empty folder, for the cloud assembly
 * @throws SynthesisError when there is no assembly or no validation report; findings are no error here
 */
export async function synthesize(
  context: string,
  assembly: string,
  { validation = true }: SynthesisOptions = {},
): Promise<void> {
  const cdk = join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '--quiet', '--context', `deployment=${context}`, '--output', assembly];
  const end = await run(process.execPath, args, offline(process.env, validation));
  // The CLI exits with 1 for a finding as well; then there is a report.
  const results = ['manifest.json', ...(validation ? ['validation-report.json'] : [])];
  if (!results.every((file) => existsSync(join(assembly, file))))
    throw new SynthesisError(synthesisFailure(context, end));
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(command, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (chunk: Buffer) => (printed += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, printed }));
  });
}

/**
 * No telemetry, no version check, no probe of the metadata service for a region or credentials; and the
 * validators as wanted, whatever the caller's environment says.
 */
function offline(environment: NodeJS.ProcessEnv, validation: boolean): NodeJS.ProcessEnv {
  return {
    ...environment,
    AWS_REGION: environment.AWS_REGION ?? 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    CDK_VALIDATION: validation ? undefined : 'false',
  };
}
