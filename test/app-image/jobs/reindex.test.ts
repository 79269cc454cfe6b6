import { eq } from 'drizzle-orm';
import { products } from '../../../app-image/server/database/schema';
import type { Embedder } from '../../../app-image/server/embeddings/embedder';
import { EmbeddedVectorStore } from '../../../app-image/server/vectors/embedded-store';
import { reindex } from '../../../app-image/server/vectors/reindex';
import { ChromaVectorStore } from '../../../app-image/server/vectors/chroma-store';
import { seed } from '../../../app-image/seed/seed';
import { describeWithChroma, startChroma, type ChromaServer } from '../../setup/chroma';
import { silent } from '../../setup/shop';
import { openEmbedded, type JobDatabase } from './job-databases';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

/** Vectors that depend on the text alone; can be told to fail after so many texts. */
class CountingEmbedder implements Embedder {
  readonly dimensions = 4;
  texts = 0;
  failAfter = Infinity;

  constructor(readonly model = 'counting') {}

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (this.texts + texts.length > this.failAfter) return Promise.reject(new Error('killed'));
    this.texts += texts.length;
    return Promise.resolve(texts.map((text) => Float32Array.of(text.length % 7, text.length % 5, 1, 0)));
  }

  close = () => Promise.resolve();
}

let opened: JobDatabase;
beforeAll(async () => {
  opened = await openEmbedded();
  await opened.database.migrate();
  await seed(opened.database);
}, 60_000);
afterAll(() => opened.close());

let embedder: CountingEmbedder;
let store: EmbeddedVectorStore;
beforeEach(async () => {
  embedder = new CountingEmbedder();
  store = new EmbeddedVectorStore(opened.database, embedder);
  await store.clear();
});

const run = (options: Parameters<typeof reindex>[1] = {}) =>
  reindex({ database: opened.database, store, embedder, log: silent }, options);

test('every product is embedded and found, and a second run has nothing to do', async () => {
  expect(await run()).toEqual({ embedded: 200, unchanged: 0, removed: 0 });
  expect(await store.health()).toEqual({ entries: 200, searchable: true });
  expect(await run()).toEqual({ embedded: 0, unchanged: 200, removed: 0 });
  expect(embedder.texts).toBe(200);
});

test('a run that was killed goes on where it ended; until then nothing half is searched', async () => {
  embedder.failAfter = 150;
  await expect(run({ batch: 50 })).rejects.toThrow('killed');
  expect(await store.health()).toEqual({ entries: 150, searchable: false });
  embedder.failAfter = Infinity;
  expect(await run({ batch: 50 })).toEqual({ embedded: 50, unchanged: 150, removed: 0 });
  expect((await store.health()).searchable).toBe(true);
});

test('a product whose text changed is embedded anew, one whose price changed is not', async () => {
  await run();
  await opened.database.orm.update(products).set({ description: 'new words' }).where(eq(products.id, 7));
  await opened.database.orm.update(products).set({ priceCents: 1 }).where(eq(products.id, 8));
  expect(await run()).toEqual({ embedded: 1, unchanged: 199, removed: 0 });
});

test('a new model is filled beside the old one, which is searched until the new one is complete', async () => {
  await run();
  const next = new CountingEmbedder('next');
  next.failAfter = 100;
  const nextStore = new EmbeddedVectorStore(opened.database, next);
  const filling = reindex({ database: opened.database, store: nextStore, embedder: next, log: silent });
  await expect(filling).rejects.toThrow('killed');
  expect(await store.search(Float32Array.of(0, 0, 1, 0), 5)).toHaveLength(5);
  await expect(nextStore.search(Float32Array.of(0, 0, 1, 0), 5)).rejects.toThrow(/reindex/);
});

test('a signal stops it between two batches', async () => {
  await expect(run({ signal: AbortSignal.abort(new Error('stopped by SIGTERM')) })).rejects.toThrow(
    'SIGTERM',
  );
  expect(await store.count()).toBe(0);
});

describeWithChroma('reindexing into a Chroma server', (program) => {
  let server: ChromaServer;
  beforeAll(async () => (server = await startChroma(program)), 60_000);
  afterAll(() => server.stop());

  test('vectors of products that are gone are removed', async () => {
    const chroma = new ChromaVectorStore(server.url, embedder);
    await chroma.upsert([{ productId: 777, contentHash: 'x', vector: Float32Array.of(1, 0, 0, 0) }]);
    const parts = { database: opened.database, store: chroma, embedder, log: silent };
    expect(await reindex(parts)).toEqual({ embedded: 200, unchanged: 0, removed: 1 });
    expect(await chroma.health()).toEqual({ entries: 200, searchable: true });
    expect(await reindex(parts)).toEqual({ embedded: 0, unchanged: 200, removed: 0 });
  });

  test('from scratch, a collection that is damaged is made anew', async () => {
    const chroma = new ChromaVectorStore(server.url, embedder);
    const parts = { database: opened.database, store: chroma, embedder, log: silent };
    expect(await reindex(parts, { fromScratch: true })).toMatchObject({ embedded: 200 });
    expect(await chroma.search(Float32Array.of(0, 0, 1, 0), 3)).toHaveLength(3);
  });
});
