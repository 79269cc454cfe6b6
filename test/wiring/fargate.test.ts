import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { environmentSchema, plainVariables, secretVariables } from '../../app-image/contract/environment';
import flaskExample from '../../deployments/flask-example';
import production from '../../deployments/production';
import { freePort } from '../setup/chroma';
import { fargateShop } from '../setup/fargate';
import { startPostgres, type Service } from '../setup/services';
import { startedContainer, type LocalNames, type StartedContainer } from './resolve-environment';

/*
 * Each container is started with exactly the environment of its synthesized task definition. Only
 * addresses are replaced: those of AWS by this machine's, and the ports by free ones. PostgreSQL is a
 * real one that speaks TLS; cache, Chroma, Bedrock and S3 are not there, and nothing is faked for them.
 */

const names: LocalNames = {
  'AWS::RDS::DBInstance.Endpoint.Address': 'localhost',
  'AWS::ElastiCache::ReplicationGroup.PrimaryEndPoint.Address': 'localhost',
  'AWS::S3::Bucket.Ref': 'backups',
};
const password = 'not-a-secret-of-anyone';
const login = {
  username: 'shop',
  password,
  url: `postgresql://shop:${password}@localhost:5432/shop?sslmode=require`,
};
const secretOf = (_: string, logicalId: string) => (logicalId.includes('Login') ? login : 'x'.repeat(64));

function started(deployment: typeof production): StartedContainer {
  const { app } = fargateShop(deployment);
  return startedContainer(app.synth().stacks, 'app', names, secretOf);
}

const children: ChildProcess[] = [];
const directory = mkdtempSync(join(tmpdir(), 'wiring-'));
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
function run(command: string, arguments_: readonly string[], environment: Record<string, string>) {
  const child = spawn(command, arguments_, { env: environment, cwd: directory });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  children.push(child);
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  return { child, exit, output: () => output.join('') };
}

async function answer(url: string, process: ReturnType<typeof run>): Promise<Response> {
  for (let tries = 0; tries < 200; tries++) {
    if (process.child.exitCode !== null) throw new Error(`It left at once: ${process.output()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response) return response;
    await sleep(50);
  }
  throw new Error(`${url} did not answer: ${process.output()}`);
}

describe('the bundled shop of production', () => {
  const container = started(production);

  test('is given variables that its contract knows, and only those', () => {
    const known = [...Object.keys(plainVariables), ...Object.keys(secretVariables)];
    const given = [...Object.keys(container.plain), ...Object.keys(container.secret)];
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('finds no secret in the open', () => {
    expect(Object.keys(container.plain).filter((name) => name in secretVariables)).toEqual([]);
    expect(JSON.stringify(container.plain)).not.toContain(password);
  });

  test('is given an environment that it takes for production', () => {
    const parsed = environmentSchema.parse({ ...container.plain, ...container.secret });
    expect(parsed).toMatchObject({
      NODE_ENV: 'production',
      DATABASE_TLS: 'verify-full',
      TRUSTED_PROXY_HOPS: 2,
    });
  });

  describe('started with it', () => {
    const bundle = resolve(__dirname, '../../app-image/dist/server/shop.mjs');
    let database: Service;
    let environment: Record<string, string>;

    beforeAll(async () => {
      const { certificate, key } = localhostCertificate();
      database = await startPostgres({ ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key });
      const operator = new Client({
        host: 'localhost',
        port: database.port,
        user: 'shop',
        database: 'postgres',
        ssl: { rejectUnauthorized: false },
      });
      await operator.connect();
      await operator.query('create database shop');
      await operator.end();
      environment = {
        ...container.plain,
        ...container.secret,
        HOST: '127.0.0.1',
        PORT: String(await freePort()),
        DATABASE_PORT: String(database.port),
        // On this machine the authority is our own; in AWS it is one of those in the image.
        NODE_EXTRA_CA_CERTS: certificate,
      };
    }, 30_000);
    afterAll(() => database.remove());

    test('migrates the database, as the migration gate has it do', async () => {
      const migration = run(process.execPath, [bundle, 'migrate'], environment);
      expect({ exit: await migration.exit, output: migration.output() }).toMatchObject({ exit: 0 });
    }, 30_000);

    test('is healthy, and ready with its database over verified TLS', async () => {
      const server = run(process.execPath, [bundle], environment);
      const at = (path: string) => `http://127.0.0.1:${environment.PORT ?? ''}${path}`;
      expect((await answer(at('/api/health'), server)).status).toBe(200);
      const ready = await fetch(at('/api/ready'));
      expect({ status: ready.status, body: await ready.text() }).toMatchObject({ status: 200 });
    }, 30_000);
  });
});

describe('the Flask shop', () => {
  const container = started(flaskExample);

  test('is given the five variables it asks for, and none of ours', () => {
    expect(Object.keys(container.plain).sort()).toEqual(['FLASK_ENV', 'VECTOR_DB_PATH']);
    expect(Object.keys(container.secret).sort()).toEqual(['DATABASE_URL', 'JWT_SECRET', 'SECRET_KEY']);
  });

  test('finds its database under one address, over TLS', () => {
    const url = new URL(container.secret.DATABASE_URL ?? '');
    expect(url.protocol).toBe('postgresql:');
    expect(url.searchParams.get('sslmode')).toBe('require');
  });

  test('answers when its own command is run with them', async () => {
    const port = await freePort();
    const command = container.command.map((word) => word.replace(/^0\.0\.0\.0:\d+$/, `127.0.0.1:${port}`));
    expect(command[0]).toBe('gunicorn');
    const flask = run('python3', [standInGunicorn(), ...command.slice(1)], {
      ...container.plain,
      ...container.secret,
      PATH: process.env.PATH ?? '',
    });
    const response = await answer(`http://127.0.0.1:${port}/api/health`, flask);
    expect(await response.json()).toEqual({
      variables: ['DATABASE_URL', 'FLASK_ENV', 'JWT_SECRET', 'SECRET_KEY', 'VECTOR_DB_PATH'],
    });
  }, 30_000);
});

/** A certificate for localhost that is its own authority, with a key that PostgreSQL's user may read. */
function localhostCertificate(): { certificate: string; key: string } {
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

/** Takes gunicorn's arguments and serves, on Python alone, an application that says what it was given. */
function standInGunicorn(): string {
  const folder = join(directory, 'flask');
  mkdirSync(folder);
  const file = join(folder, 'gunicorn.py');
  writeFileSync(
    file,
    `
import json, os, sys
from wsgiref.simple_server import make_server

host, port = sys.argv[sys.argv.index('--bind') + 1].rsplit(':', 1)
wanted = ['DATABASE_URL', 'FLASK_ENV', 'JWT_SECRET', 'SECRET_KEY', 'VECTOR_DB_PATH']
body = json.dumps({'variables': [name for name in wanted if os.environ.get(name)]}).encode()

def app(environ, start_response):
    found = environ['PATH_INFO'] == '/api/health'
    start_response('200 OK' if found else '404 Not Found', [('Content-Type', 'application/json')])
    return [body]

make_server(host, int(port), app).serve_forever()
`,
  );
  return file;
}
