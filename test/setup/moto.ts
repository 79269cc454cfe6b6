import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './chroma';

/** moto's stand-in for AWS, from .venv or the PATH. */
function motoProgram(): string | undefined {
  const directories = [resolve(__dirname, '../../.venv/bin'), ...(process.env.PATH ?? '').split(':')];
  return directories.map((directory) => join(directory, 'moto_server')).find((file) => existsSync(file));
}

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithMoto(name: string, tests: () => void): void {
  if (motoProgram()) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – no moto_server found (pip install 'moto[server]')\n`);
  describe.skip(name, tests);
}

export interface Moto {
  /** What an AWS client takes to talk to it. */
  readonly configuration: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  stop(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const program = motoProgram();
  if (!program) throw new Error('moto_server is not installed; use describeWithMoto.');
  const port = await freePort();
  const child = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(`${endpoint}/moto-api/`, () => child.exitCode);
  return {
    configuration: {
      endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

async function answers(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (exitCode() !== null) throw new Error(`moto_server left with ${String(exitCode())}.`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('moto_server did not answer within 30 s.');
}
