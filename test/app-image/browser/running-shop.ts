import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../setup/chroma';

const bundle = join(__dirname, '..', '..', '..', 'app-image', 'dist', 'server', 'shop.mjs');

/** The real bundle as `npm start` runs it: embedded database, packaged embeddings, local assistant. */
export interface RunningShop {
  readonly origin: string;
  /** Kills the process with SIGKILL, like a crash. */
  kill(): Promise<void>;
  /** Starts it again with the same data. */
  start(): Promise<void>;
  /** Stops the process and removes its data. */
  remove(): Promise<void>;
}

export async function runShop(): Promise<RunningShop> {
  const directory = await mkdtemp(join(tmpdir(), 'shop-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let log = '';

  const kill = async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((done) => child?.once('exit', done));
    child.kill('SIGKILL');
    await exit;
  };
  const start = async () => {
    const started = spawn(process.execPath, [bundle], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIRECTORY: join(directory, 'data'),
        // All tests are one client; the limits have tests of their own.
        RATE_LIMIT_PER_HOUR: '100000',
        RATE_LIMIT_PER_DAY: '100000',
        RATE_LIMIT_CHAT_PER_MINUTE: '1000',
        RATE_LIMIT_READS_PER_MINUTE: '100000',
      },
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (log += String(text)));
    for (let tries = 0; tries < 600; tries++) {
      if (started.exitCode !== null)
        throw new Error(`The shop exited with code ${started.exitCode}:\n${log}`);
      const ready = await fetch(`${origin}/api/ready`).catch(() => undefined);
      if (ready?.ok) return;
      await sleep(100);
    }
    throw new Error(`The shop was not ready within 60 s:\n${log}`);
  };

  await start();
  return {
    origin,
    kill,
    start,
    remove: async () => {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A new shop searches by words until it has embedded its catalogue. */
export async function untilSearchKnowsMeaning({ origin }: RunningShop): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${origin}/api/search?q=lamp`);
    if (answer.headers.get('x-search-mode') === 'semantic') return;
    await sleep(200);
  }
  throw new Error('The shop still searches by words after 60 s.');
}
