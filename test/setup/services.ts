import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { chmod, chown, mkdtemp } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './chroma';
import { postgresPrograms } from './postgres-programs';

/** A real server for tests, on 127.0.0.1, with its data in a directory of its own. */
export interface Service {
  readonly port: number;
  /** Goes away as in a crash; `start` brings it back with what was on disk. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** The variables that make the shop use this PostgreSQL. */
export function postgresVariables({ port }: Service): Record<string, string> {
  return {
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: String(port),
    DATABASE_NAME: 'postgres',
    DATABASE_USER: 'shop',
    DATABASE_PASSWORD: 'shop',
    DATABASE_TLS: 'off',
  };
}

/** PostgreSQL 18, as it comes with npm. */
export async function startPostgres(settings: Record<string, string> = {}): Promise<Service> {
  const programs = postgresPrograms();
  const user = databaseUser();
  const directory = await mkdtemp(join(tmpdir(), 'shop-postgres-'));
  // Node makes it 0700 for its own user; PostgreSQL insists on owning what it writes to.
  if (user.uid !== undefined) await chown(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...user,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await chmod(data, 0o700);
  const port = await freePort();
  const options = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  };
  const arguments_ = [
    '-D',
    data,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return service(port, directory, acceptsQueries, () =>
    spawn(join(programs, 'postgres'), arguments_, { ...user, cwd: directory, stdio: 'ignore' }),
  );
}

/** redis-server, where it is installed. */
export async function startRedis(): Promise<Service> {
  const directory = mkdtempSync(join(tmpdir(), 'shop-redis-'));
  const port = await freePort();
  const arguments_ = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
  return service(port, directory, acceptsConnections, () =>
    spawn('redis-server', arguments_, { stdio: 'ignore' }),
  );
}

export const redisIsInstalled = (process.env.PATH ?? '')
  .split(':')
  .some((directory) => existsSync(join(directory, 'redis-server')));

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (redisIsInstalled) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – redis-server is not installed (apt-get install redis-server)\n`);
  describe.skip(name, tests);
}

async function service(
  port: number,
  directory: string,
  accepts: (port: number) => Promise<boolean>,
  launch: () => ChildProcess,
): Promise<Service> {
  let child: ChildProcess | undefined;
  const start = async () => {
    child = launch();
    await until(() => accepts(port), child);
  };
  const kill = async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((done) => child?.once('exit', done));
    child.kill('SIGKILL');
    await exit;
  };
  await start();
  return {
    port,
    start,
    kill,
    remove: async () => {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function until(ready: () => Promise<boolean>, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The service left with ${child.exitCode}.`);
    if (await ready()) return;
    await sleep(50);
  }
  throw new Error('The service did not answer within 15 s.');
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

/** PostgreSQL listens while it still recovers from a crash. */
async function acceptsQueries(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'shop', database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL refuses to run as root: the operating system's user `postgres` does it then. */
export function databaseUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
