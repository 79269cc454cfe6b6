import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const children: ChildProcess[] = [];
/** Where the processes of a test file run; gone with them. */
export const directory = mkdtempSync(join(tmpdir(), 'wiring-'));
afterAll(async () => {
  await Promise.all(
    children
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((child) => {
        const gone = new Promise((exit) => child.once('exit', exit));
        child.kill('SIGTERM');
        return gone;
      }),
  );
  rmSync(directory, { recursive: true, force: true });
});

/** A container's process: the environment is all it has. */
export function run(command: string, arguments_: readonly string[], environment: Record<string, string>) {
  const child = spawn(command, arguments_, { env: environment, cwd: directory });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  children.push(child);
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  return { child, exit, output: () => output.join('') };
}

/** The first answer of a process that has just been started. */
export async function answer(url: string, process: ReturnType<typeof run>): Promise<Response> {
  for (let tries = 0; tries < 200; tries++) {
    if (process.child.exitCode !== null) throw new Error(`It left at once: ${process.output()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response) return response;
    await sleep(50);
  }
  throw new Error(`${url} did not answer: ${process.output()}`);
}

/** A certificate for localhost that is its own authority, with a key that PostgreSQL's user may read. */
export function localhostCertificate(): { certificate: string; key: string } {
  const certificate = join(directory, 'localhost.crt');
  const key = join(directory, 'localhost.key');
  const request = [
    'req',
    '-x509',
    '-nodes',
    '-days',
    '1',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
  ];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  chmodSync(directory, 0o755);
  chmodSync(key, 0o600);
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(key, id('-u'), id('-g'));
  }
  return { certificate, key };
}
