import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseServer } from '../../constructs/data/login/connection';
import type { Login } from '../../constructs/data/login/login';
import { startPostgres } from './services';

/** A PostgreSQL as RDS sets one up: TLS only, passwords only, and a master user that is no superuser. */
export interface RdsLikePostgres {
  readonly server: DatabaseServer;
  readonly master: Login;
  /** Everything the server logged so far; it logs every statement. */
  log(): string;
  remove(): Promise<void>;
}

const program = 'openssl';

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithTls(name: string, tests: () => void): void {
  if (runs(program)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – ${program} is not installed (apt-get install ${program})\n`);
  describe.skip(name, tests);
}

export async function startRdsLikePostgres(name: string): Promise<RdsLikePostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'shop-tls-'));
  const authority = certificates(directory);
  const access = join(directory, 'pg_hba.conf');
  // `shop` is the superuser the service was made with, which only this file uses.
  writeFileSync(access, 'host all shop all trust\nhostssl all all all scram-sha-256\n');
  for (const file of ['', ...readdirSync(directory)]) giveToPostgres(join(directory, file));
  const service = await startPostgres({
    hba_file: access,
    ssl: 'on',
    ssl_cert_file: join(directory, 'server.crt'),
    ssl_key_file: join(directory, 'server.key'),
    logging_collector: 'on',
    log_directory: directory,
    log_filename: 'server.log',
    log_statement: 'all',
    fsync: 'off',
  });
  const master = { username: 'master', password: 'NotTheMastersOwnPassword' };
  await asSuperuser(service.port, [
    `CREATE ROLE ${master.username} LOGIN CREATEROLE CREATEDB PASSWORD '${master.password}'`,
    `CREATE DATABASE ${name} OWNER ${master.username}`,
  ]);
  return {
    server: { host: 'localhost', port: service.port, name, authorities: [authority] },
    master,
    log: () => readFileSync(join(directory, 'server.log'), 'utf8'),
    remove: async () => {
      await service.remove();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An authority, and a certificate for `localhost` that it signed. Returns the authority's, as PEM. */
export function certificates(directory: string): string {
  const openssl = (...options: string[]) =>
    execFileSync(program, options, { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-subj', '/CN=Test authority', '-keyout', 'ca.key', '-out', 'ca.crt');
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const signer = ['-CA', 'ca.crt', '-CAkey', 'ca.key'];
  openssl('req', '-x509', ...key, ...name, ...signer, '-keyout', 'server.key', '-out', 'server.crt');
  return readFileSync(join(directory, 'ca.crt'), 'utf8');
}

/** As root the server runs as the operating system's user `postgres`, who must own its key. */
function giveToPostgres(path: string): void {
  if (process.getuid?.() !== 0) return;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(path, id('-u'), id('-g'));
}

async function asSuperuser(port: number, statements: string[]): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: 'shop', database: 'postgres' });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function runs(command: string): boolean {
  try {
    execFileSync(command, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
