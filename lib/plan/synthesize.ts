import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = join(__dirname, '..', '..');

/** Synthesis stopped before it had anything to validate; the message is what it printed. */
export class SynthesisError extends Error {}

/**
 * Synthesizes a deployment exactly as `cdk synth` does, with every validator on and without asking
 * anything of the network.
 *
 * @param deployment name or path of a deployment file
 * @param assembly folder the cloud assembly is written to; what is there before is removed, as an
 *   old validation report would be read again
 * @throws SynthesisError when no assembly came of it; findings are no error here
 */
export async function synthesize(deployment: string, assembly: string): Promise<void> {
  rmSync(assembly, { recursive: true, force: true });
  // The CLI runs in this repository, wherever the command was called.
  const source = /[\\/]/.test(deployment) ? resolve(deployment) : deployment;
  const cdk = join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '--quiet', '--context', `deployment=${source}`, '--output', resolve(assembly)];
  const { code, printed } = await run(process.execPath, args);
  // A finding ends it with 1 as well; then the report is there to read.
  if (code !== 0 && !existsSync(join(assembly, 'validation-report.json')))
    throw new SynthesisError(printed.trim());
}

function run(command: string, args: string[]): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(command, args, {
      cwd: repository,
      env: offline(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => (printed += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed }));
  });
}

/** No telemetry, no version check, no probe of the metadata service for a region or credentials. */
function offline(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    AWS_REGION: environment.AWS_REGION ?? 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
  };
}
