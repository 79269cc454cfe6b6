import { sql } from 'drizzle-orm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import type { Database } from '../../../../app-image/server/database/database';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { EmbeddedVectorStore } from '../../../../app-image/server/vectors/embedded-store';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';
import { contractDimensions, entry, towards, vectorStoreContract } from './vector-store-contract';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

const model = { model: 'contract', dimensions: contractDimensions };

/** Embeddings refer to products, so there have to be some. */
async function addProducts(database: Database, many: number): Promise<void> {
  await database.migrate();
  await database.orm.execute(sql`insert into categories (slug, name) values ('all', 'All')`);
  await database.orm.execute(sql`
    insert into products (slug, name, category, description, price_cents, stock, picture_name, picture_alt)
    select 'p-' || n, 'Product ' || n, 'all', '', 100, 1, 'p', 'p' from generate_series(1, ${many}::int) n`);
}

function storeOver(open: () => Promise<{ database: Database; close: () => Promise<void> }>): void {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await open());
    await addProducts(database, 6000);
  }, 60_000);
  afterAll(() => close());

  vectorStoreContract(() => Promise.resolve(new EmbeddedVectorStore(database, model)));

  test('another process’s changes are found once the copy in memory is five seconds old', async () => {
    let now = 0;
    const reader = new EmbeddedVectorStore(database, model, () => now);
    const writer = new EmbeddedVectorStore(database, model);
    await writer.clear();
    await writer.upsert([entry(1)]);
    await writer.publish();
    await reader.search(towards(1), 1);
    await writer.upsert([{ productId: 2, contentHash: 'b', vector: towards(50) }]);
    now = 4000;
    expect((await reader.search(towards(50), 1))[0]?.productId).toBe(1);
    now = 6000;
    await reader.search(towards(50), 1); // answers from the old copy, and looks behind it
    await reader.close();
    expect((await reader.search(towards(50), 1))[0]?.productId).toBe(2);
  });

  test('a product that is deleted takes its vector along', async () => {
    const store = new EmbeddedVectorStore(database, model);
    await store.clear();
    await store.upsert([entry(5999), entry(1)]);
    await database.orm.execute(sql`delete from products where id = 5999`);
    expect(await store.count()).toBe(1);
  });

  test('two models have a collection each', async () => {
    const one = new EmbeddedVectorStore(database, { ...model, model: 'one' });
    const other = new EmbeddedVectorStore(database, { ...model, model: 'other' });
    await one.upsert([entry(1)]);
    await other.upsert([entry(1), entry(2)]);
    await other.publish();
    expect(await one.count()).toBe(1);
    expect((await one.health()).searchable).toBe(false);
    expect(await other.health()).toEqual({ entries: 2, searchable: true });
  });
}

describe('embeddings in PGlite, searched in the process', () => {
  storeOver(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'shop-'));
    const database = await openDatabase(readEnvironment({ DATA_DIRECTORY: directory }), silent);
    return {
      database,
      close: async () => {
        await database.close();
        await rm(directory, { recursive: true });
      },
    };
  });
});

describe('embeddings in PostgreSQL, searched in the process', () => {
  let service: Service;
  storeOver(async () => {
    service = await startPostgres({ fsync: 'off' });
    const database = await openDatabase(readEnvironment(postgresVariables(service)), silent);
    return {
      database,
      close: async () => {
        await database.close();
        await service.remove();
      },
    };
  });
});
