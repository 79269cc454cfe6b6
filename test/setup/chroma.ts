import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChromaServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The PyPI package's server: `CHROMA_BIN`, or `chroma` in .venv or on the PATH. */
export function chromaProgram(): string | undefined {
  const named = process.env.CHROMA_BIN;
  if (named) return named;
  const local = resolve(__dirname, '../../.venv/bin/chroma');
  if (existsSync(local)) return local;
  const directories = (process.env.PATH ?? '').split(':');
  return directories
    .map((directory) => join(directory, 'chroma'))
    .find((file) => existsSync(file) && runs(file));
}

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithChroma(name: string, tests: (program: string) => void): void {
  const program = chromaProgram();
  if (program) {
    describe(name, () => tests(program));
    return;
  }
  process.stderr.write(
    `skipped: ${name} – no Chroma server found (pip install chromadb, or set CHROMA_BIN)\n`,
  );
  describe.skip(name, () => tests(''));
}

export async function startChroma(program: string): Promise<ChromaServer> {
  const path = await mkdtemp(join(tmpdir(), 'chroma-'));
  const port = await freePort();
  const child = spawn(program, ['run', '--host', '127.0.0.1', '--port', String(port), '--path', path], {
    stdio: 'ignore',
    env: { ...process.env, ANONYMIZED_TELEMETRY: 'False' },
  });
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/v2/heartbeat`, () => child.exitCode);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (exitCode() !== null) throw new Error(`The Chroma server left with ${String(exitCode())}.`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The Chroma server did not answer within 30 s.');
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A port nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      );
    });
  });
}
