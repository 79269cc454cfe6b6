import { resolve } from 'node:path';
import { Client } from 'pg';
import { environmentSchema, plainVariables, secretVariables } from '../../app-image/contract/environment';
import { freePort } from '../setup/chroma';
import { startPostgres, type Service } from '../setup/services';
import { password } from './local-names';
import { answer, localhostCertificate, run } from './local-process';
import type { StartedContainer } from './resolve-environment';

/** Starts the bundle with exactly the environment of its container, beside a PostgreSQL that speaks TLS. */
export function bundledShop(container: StartedContainer): void {
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
}
