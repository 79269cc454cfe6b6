import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChromaVectorStore } from '../../../../app-image/server/vectors/chroma-store';
import { describeWithChroma, freePort, startChroma, type ChromaServer } from '../../../setup/chroma';
import { entry, towards, vectorStoreContract } from './vector-store-contract';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

describeWithChroma('a Chroma server as the vector store', (program) => {
  let server: ChromaServer;
  beforeAll(async () => (server = await startChroma(program)), 60_000);
  afterAll(() => server.stop());

  vectorStoreContract(() => Promise.resolve(new ChromaVectorStore(server.url, { model: 'contract' })));

  test('two models have a collection each', async () => {
    const one = new ChromaVectorStore(server.url, { model: 'one' });
    const other = new ChromaVectorStore(server.url, { model: 'other' });
    await one.upsert([entry(1)]);
    await other.upsert([entry(1), entry(2)]);
    expect(await one.count()).toBe(1);
    expect(await other.count()).toBe(2);
  });

  test('a store that knew the collection notices that another process rebuilt it', async () => {
    const reader = new ChromaVectorStore(server.url, { model: 'rebuilt' });
    const writer = new ChromaVectorStore(server.url, { model: 'rebuilt' });
    await writer.upsert([entry(1)]);
    await writer.publish();
    await reader.search(towards(1), 1);
    await writer.clear();
    await writer.upsert([entry(2)]);
    await expect(reader.search(towards(1), 1)).rejects.toThrow(/reindex/);
    await writer.publish();
    expect((await reader.search(towards(1), 1))[0]?.productId).toBe(2);
  });
});

test('a Chroma server that is not there makes calls fail instead of wait', async () => {
  const store = new ChromaVectorStore(`http://127.0.0.1:${await freePort()}`, { model: 'nowhere' });
  await expect(store.search(towards(1), 1)).rejects.toThrow(/connect/i);
  await expect(store.health()).rejects.toThrow(/connect/i);
});

test('a caller who leaves takes the call along', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const { port } = silent.address() as AddressInfo;
  const store = new ChromaVectorStore(`http://127.0.0.1:${port}`, { model: 'silent' });
  await expect(store.search(towards(1), 1, AbortSignal.timeout(100))).rejects.toThrow();
  silent.closeAllConnections();
  silent.close();
});
