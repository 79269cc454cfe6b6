import {
  GetObjectCommand,
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sql, type SQL } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BucketTarget } from '../../../app-image/jobs/export/bucket-target';
import { exportShop } from '../../../app-image/jobs/export/export-shop';
import { FolderTarget } from '../../../app-image/jobs/export/folder-target';
import { exportedTables } from '../../../app-image/jobs/export/table-lines';
import { openTarget } from '../../../app-image/jobs/export/open-target';
import type { ExportTarget } from '../../../app-image/jobs/export/target';
import { seed } from '../../../app-image/seed/seed';
import type { Database } from '../../../app-image/server/database/database';
import { EmbeddedVectorStore } from '../../../app-image/server/vectors/embedded-store';
import type { VectorStore } from '../../../app-image/server/vectors/vector-store';
import { describeWithMoto, startMoto, type Moto } from '../../setup/moto';
import { silent } from '../../setup/shop';
import { openEmbedded, openPostgres, type JobDatabase } from './job-databases';
import { fromFolder, readExport } from './read-export';

// Slow machines need more than the default of 5 s; no test here measures time.
jest.setTimeout(60_000);

const model = { model: 'tiny', dimensions: 2 };
const vector = Float32Array.of(0.6, 0.8);

/** A Chroma server as the export sees one. */
function remoteStore(
  pages: () => AsyncGenerator<{ productId: number; contentHash: string; vector: Float32Array }[]>,
) {
  return { kind: 'chroma', pages } as Pick<VectorStore, 'kind' | 'pages'> as VectorStore;
}

async function fill(database: Database): Promise<void> {
  await database.migrate();
  await seed(database);
  const store = new EmbeddedVectorStore(database, model);
  await store.upsert([{ productId: 1, contentHash: 'h', vector }]);
  await store.publish();
  await database.orm.execute(sql`
    insert into accounts (email, name, password_hash) values ('ada@example.test', 'Ada "the first" – ü', 'x')`);
  await database.orm.execute(sql`
    insert into orders (account_id, total_cents, ship_to, idempotency_key, request_hash)
    select id, 9007199254740991, '{"city": "Basel"}', 'key', 'hash' from accounts`);
  await database.orm.execute(sql`
    insert into order_lines (order_id, product_id, name, price_cents, quantity) select id, 6, 'Mug', 1400, 2 from orders`);
}

/** Both drivers answer with `rows`. */
async function rowsOf<Row>({ orm }: Database, query: SQL): Promise<Row[]> {
  const answer = await orm.execute(query);
  return (answer as { rows: Row[] }).rows;
}

async function contents(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { name, columns } of exportedTables) {
    const list = sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
    all[name] = await rowsOf(
      database,
      sql`select row_to_json(t)::text as line from (select ${list} from ${sql.identifier(name)}) t order by 1`,
    );
  }
  return all;
}

let source: JobDatabase;
let folder: string;
beforeAll(async () => {
  source = await openPostgres();
  await fill(source.database);
}, 60_000);
afterAll(() => source.close());
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'export-'))));
afterEach(() => rm(folder, { recursive: true }));

function run(
  target: ExportTarget,
  store: VectorStore = new EmbeddedVectorStore(source.database, model),
  signal?: AbortSignal,
) {
  return exportShop({ database: source.database, store, embedder: model, target, log: silent, signal });
}

/** The steps of app-image/jobs/export/README.md. */
async function restore(database: Database, fileOf: (name: string) => Promise<Buffer>): Promise<void> {
  const { manifest, linesOf } = await readExport(fileOf);
  expect(await database.migrate()).toBe(manifest.migrations);
  for (const { name, columns, ...file } of manifest.tables) {
    const list = sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
    const table = sql.identifier(name);
    for (const line of await linesOf(file))
      await database.orm.execute(
        sql`insert into ${table} (${list}) select ${list} from json_populate_record(null::${table}, ${line}::json)`,
      );
  }
  await database.orm.execute(
    sql`select setval(pg_get_serial_sequence('products', 'id'), (select max(id) from products))`,
  );
}

test('the schema’s tables are all there, parents before children', () => {
  const names = exportedTables.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['products', 'orders', 'accounts', 'product_embeddings', 'chat_usage']),
  );
  for (const [parent, child] of [
    ['categories', 'products'],
    ['accounts', 'orders'],
    ['orders', 'order_lines'],
  ] as const)
    expect(names.indexOf(parent)).toBeLessThan(names.indexOf(child));
});

test('C42: an export restores to the same shop, column for column, in another database', async () => {
  await run(new FolderTarget(folder, 'one'));
  const copy = await openEmbedded();
  try {
    await restore(copy.database, fromFolder(join(folder, 'one')));
    expect(await contents(copy.database)).toEqual(await contents(source.database));
    const [added] = await rowsOf<{ id: number }>(
      copy.database,
      sql`
        insert into products (slug, name, category, description, price_cents, stock, picture_name, picture_alt)
        values ('new', 'New', 'kitchen', '', 1, 1, '', '') returning id`,
    );
    expect(added?.id).toBe(201);
  } finally {
    await copy.close();
  }
}, 60_000);

test('an order placed during the export is in all of its files or in none', async () => {
  const slow = new FolderTarget(folder, 'during');
  const write = slow.write.bind(slow);
  slow.write = async (name, content) => {
    if (name === 'tables/accounts.jsonl.gz')
      await source.database.orm.execute(sql`
        with placed as (
          insert into orders (account_id, total_cents, ship_to, idempotency_key, request_hash)
          select id, 1, '{}', 'later', 'h' from accounts returning id)
        insert into order_lines (order_id, product_id, name, price_cents, quantity) select id, 7, 'Bowls', 1, 1 from placed`);
    await write(name, content);
  };
  const { tables } = await run(slow);
  const rows = (table: string) => tables.find(({ name }) => name === table)?.rows;
  expect([rows('orders'), rows('order_lines')]).toEqual([1, 1]);
});

test('vectors of a Chroma server are written with their numbers', async () => {
  const store = remoteStore(async function* () {
    yield await Promise.resolve([{ productId: 3, contentHash: 'h3', vector }]);
  });
  await run(new FolderTarget(folder, 'v'), store);
  const { manifest, linesOf } = await readExport(fromFolder(join(folder, 'v')));
  if (!manifest.vectors) throw new Error('the manifest lists vectors');
  expect(manifest.vectors).toMatchObject(model);
  const [line = ''] = await linesOf(manifest.vectors);
  const read = JSON.parse(line) as { productId: number; contentHash: string; vector: string };
  expect(read).toMatchObject({ productId: 3, contentHash: 'h3' });
  const bytes = Uint8Array.from(Buffer.from(read.vector, 'base64'));
  expect(new Float32Array(bytes.buffer)).toEqual(vector);
});

test('an unavailable vector store does not prevent the export of the tables', async () => {
  const store = remoteStore(async function* () {
    await Promise.reject(new Error('away'));
  });
  const manifest = await run(new FolderTarget(folder, 'w'), store);
  expect(manifest.vectors).toBeUndefined();
  expect(await readdir(join(folder, 'w'))).toContain('manifest.json');
});

test('a stopped export has no manifest', async () => {
  const stopped = AbortSignal.abort(new Error('stopped by SIGTERM'));
  await expect(run(new FolderTarget(folder, 's'), undefined, stopped)).rejects.toThrow('SIGTERM');
  // How far it got before it noticed is a matter of luck; the manifest is what makes an export one.
  expect(existsSync(join(folder, 's', 'manifest.json'))).toBe(false);
});

test('without a destination, the message says what to set', async () => {
  await expect(openTarget({}, 'p')).rejects.toThrow(/BACKUP_BUCKET.*--to/);
});

describeWithMoto('an export to S3', () => {
  let moto: Moto;
  let client: S3Client;
  beforeAll(async () => {
    moto = await startMoto();
    client = new S3Client({ ...moto.configuration, forcePathStyle: true });
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
    await client.send(
      new CreateBucketCommand({
        Bucket: 'backups',
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );
  }, 60_000);
  afterAll(async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    client.destroy();
    await moto.stop();
  });

  const fileOf = (path: string) => async (name: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'backups', Key: `${path}/${name}` }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  test('holds every table with the checksum of its manifest', async () => {
    const target = new BucketTarget('backups', 'exports/now', moto.configuration);
    await run(target);
    await target.close();
    const { manifest, linesOf } = await readExport(fileOf('exports/now'));
    expect(manifest.tables.map(({ name }) => name)).toEqual(exportedTables.map(({ name }) => name));
    for (const file of manifest.tables) await linesOf(file);
  });

  test('a file larger than one part arrives whole', async () => {
    const target = new BucketTarget('backups', 'large', moto.configuration);
    const chunks = Array.from({ length: 20 }, () => randomBytes(1024 * 1024));
    await target.write('file', Readable.from(chunks));
    await target.close();
    expect((await fileOf('large')('file')).equals(Buffer.concat(chunks))).toBe(true);
  }, 60_000);

  test('a file whose source fails does not appear, and leaves no parts to pay for', async () => {
    const target = new BucketTarget('backups', 'broken', moto.configuration);
    const failing = Readable.from(
      (async function* () {
        for (let part = 0; part < 12; part++) yield await Promise.resolve(randomBytes(1024 * 1024));
        throw new Error('the query broke');
      })(),
    );
    await expect(target.write('file', failing)).rejects.toThrow('the query broke');
    await target.close();
    await expect(fileOf('broken')('file')).rejects.toThrow();
    const open = await client.send(new ListMultipartUploadsCommand({ Bucket: 'backups' }));
    expect(open.Uploads ?? []).toEqual([]);
  }, 60_000);
});
