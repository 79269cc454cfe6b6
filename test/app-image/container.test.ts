import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { container } from '../../app-image/contract/paths';
import { freePort } from '../setup/chroma';
import { ContainerEngine, describeWithContainers } from '../setup/containers';
import { startRdsLikePostgres, type RdsLikePostgres } from '../setup/postgres';
import { until } from '../setup/until';

const context = resolve(__dirname, '../../app-image');
const image = 'insightshop';

describeWithContainers('C43: the container image', () => {
  const engine = new ContainerEngine();
  const base = /^FROM (\S+)$/m.exec(readFileSync(join(context, 'Dockerfile'), 'utf8'))?.[1] ?? '';
  const directory = mkdtempSync(join(tmpdir(), 'shop-authority-'));
  const authority = join(directory, 'authority.pem');
  let postgres: RdsLikePostgres;

  beforeAll(async () => {
    postgres = await startRdsLikePostgres('shop');
    writeFileSync(authority, postgres.server.authorities.join('\n'));
    // The container's user reads it.
    chmodSync(directory, 0o755);
    // Nothing can be pulled here; this machine's Node stands in for the base.
    engine.buildNodeBase(base);
    engine.build(context, image);
  }, 180_000);
  afterAll(async () => {
    engine.remove();
    await postgres.remove();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  const environment = (changes: Record<string, string> = {}) => ({
    HOST: '127.0.0.1',
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
    NODE_EXTRA_CA_CERTS: '/authority.pem',
    ...changes,
  });
  const run = (changes: Record<string, string> = {}, ...command: string[]) =>
    engine.run(image, {
      environment: environment(changes),
      files: { '/authority.pem': authority },
      command,
    });

  test('adds at most 120 MB to its base, and runs as the user of the contract', () => {
    const added = engine.sizeOf(image) - engine.sizeOf(base);
    expect(added).toBeGreaterThan(1e6);
    expect(added).toBeLessThanOrEqual(120e6);
    expect(engine.inspect(image, '{{.Config.User}}')).toBe(container.user);
    expect(engine.inspect(image, '{{index .Config.Labels "org.opencontainers.image.title"}}')).toBe(
      'InsightShop',
    );
  });

  test('in production, it refuses a wrong environment with 78', async () => {
    const { code, output } = await run({ JWT_SECRET: 'short', EMBEDDINGS: '' }).ended;
    expect(code).toBe(78);
    expect(output).toMatch(/^ {2}JWT_SECRET/m);
    expect(output).toMatch(/^ {2}EMBEDDINGS/m);
  }, 60_000);

  test('migrates and seeds as jobs, then serves, is ready, and exits on SIGTERM', async () => {
    expect(await run({}, 'migrate').ended).toMatchObject({ code: 0 });
    expect(await run({}, 'seed').ended).toMatchObject({ code: 0 });

    const port = await freePort();
    const server = run({ PORT: String(port) });
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    await until('the container ready', () =>
      ask(container.readyPath).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    expect((await ask(container.healthPath)).status).toBe(200);
    expect(await (await ask('/')).text()).toContain('<div id="root">');
    const found = await ask('/api/search?q=lamp');
    expect(found.headers.get('x-search-mode')).toBe('text');
    expect(await found.json()).toMatchObject({ items: { length: expect.any(Number) } });

    server.terminate();
    const { code, output } = await server.ended;
    // Past the time to drain it would leave with 1.
    expect(code).toBe(0);
    expect(output).toContain('InsightShop is closed');
    expect(output).toContain('the offline model is not installed');
  }, 120_000);
});
