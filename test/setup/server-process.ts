import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './chroma';

const bundle = join(__dirname, '../../app-image/dist/server/shop.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Its log so far. */
  log(): string;
  signal(name: NodeJS.Signals): void;
}

/** Runs the bundle, as the image does, with exactly these variables. */
export function runBundle(variables: Record<string, string>, arguments_: readonly string[] = []) {
  const child = spawn(process.execPath, [bundle, ...arguments_], {
    env: { PATH: process.env.PATH ?? '', ...variables },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, stdout, stderr })));
  return { child, ended, log: () => stdout };
}

/** The bundle on a free port of 127.0.0.1, once it answers. */
export async function startServer(variables: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const { child, ended, log } = runBundle({
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS: 'off',
    ...variables,
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const healthy = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return { url, pid: child.pid ?? 0, ended, log, signal: (name) => void child.kill(name) };
    if (child.exitCode !== null)
      throw new Error(`The server exited with code ${child.exitCode}: ${(await ended).stderr}`);
    await sleep(50);
  }
}
