import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describeWithTls, startRdsLikePostgres, type RdsLikePostgres } from '../../../setup/postgres';
import { runBundle, startServer, type ServerProcess } from '../../../setup/server-process';

describeWithTls('the server in production', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shop-production-'));
  const authority = join(directory, 'authority.pem');
  let postgres: RdsLikePostgres;
  let server: ServerProcess;
  const variables = (changes: Record<string, string> = {}) => ({
    NODE_ENV: 'production',
    TRUSTED_PROXY_HOPS: '0',
    DATABASE_HOST: postgres.server.host,
    DATABASE_PORT: String(postgres.server.port),
    DATABASE_NAME: postgres.server.name,
    DATABASE_USER: postgres.master.username,
    DATABASE_PASSWORD: postgres.master.password,
    JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    AI_PROVIDER: 'local',
    VECTORS: 'embedded',
    EMBEDDINGS: 'packaged',
    NODE_EXTRA_CA_CERTS: authority,
    ...changes,
  });
  beforeAll(async () => {
    postgres = await startRdsLikePostgres('shop');
    writeFileSync(authority, postgres.server.authorities.join('\n'));
    expect((await runBundle(variables(), ['migrate']).ended).code).toBe(0);
    server = await startServer(variables());
  }, 60_000);
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.ended;
    await postgres.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  test.each([
    ['a debug log', { LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
    ['a trace log', { LOG_LEVEL: 'trace' }, 'LOG_LEVEL'],
    ['the debug log of libraries', { DEBUG: '*' }, 'DEBUG'],
    ['the debug log of Node', { NODE_DEBUG: 'http' }, 'NODE_DEBUG'],
    ['a debugger', { NODE_OPTIONS: '--inspect=127.0.0.1:0' }, 'NODE_OPTIONS'],
    ['a database without TLS', { DATABASE_TLS: 'off' }, 'DATABASE_TLS'],
  ])(
    'C3: does not start with %s',
    async (_, changes, named) => {
      const { code, stderr } = await runBundle(variables({ ...changes, PORT: '1' })).ended;
      expect(code).toBe(78);
      expect(stderr).toMatch(new RegExp(`^ {2}${named}\\b.*in production`, 'm'));
    },
    30_000,
  );

  test('C3: an unexpected error shows no stack, no statement and no path', async () => {
    const client = new Client({
      host: '127.0.0.1',
      port: postgres.server.port,
      user: 'shop',
      database: postgres.server.name,
    });
    await client.connect();
    await client.query('alter table categories rename to away');
    const answer = await fetch(`${server.url}/api/categories`);
    await client.query('alter table away rename to categories');
    await client.end();
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(Object.keys(JSON.parse(body) as object)).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'instance',
    ]);
    expect(body).not.toMatch(/\bat \S+:\d+|stack|select|categories"|\.m?[jt]s\b|node_modules|password/i);
  });

  test('C2, C3: there is no route for debugging, tests or metrics', async () => {
    const paths = [
      'debug',
      'test',
      'env',
      'config',
      'metrics',
      'status',
      'internal',
      'admin',
      'heapdump',
      'reset',
    ];
    for (const path of paths) {
      const answers = await Promise.all(
        ['/api/', '/api/_', '/api/dev/'].map((start) => fetch(server.url + start + path)),
      );
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 404, 404, 404]);
    }
    for (const path of ['/server/shop.mjs', '/server/shop.mjs.map', '/package.json', '/.env'])
      expect((await fetch(server.url + path)).status).toBe(404);
  });

  test('its cookies are secure although the last proxy speaks HTTP', async () => {
    const { headers } = await fetch(`${server.url}/api/flags`);
    expect(headers.get('set-cookie')).toMatch(/visitor=.*HttpOnly; Secure; SameSite=Strict/);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });
});
