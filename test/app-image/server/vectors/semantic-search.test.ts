import type { Embedder } from '../../../../app-image/server/embeddings/embedder';
import { noMetrics } from '../../../../app-image/server/observability/embedded-metrics';
import { SelfIndexingSearch } from '../../../../app-image/server/vectors/self-indexing-search';
import { SemanticSearch } from '../../../../app-image/server/vectors/semantic-search';
import { CollectionNotReady, type VectorStore } from '../../../../app-image/server/vectors/vector-store';
import { silent } from '../../../setup/shop';
import { kettle, mug } from '../assistant/products';

const embedder: Embedder = {
  model: 'constant',
  dimensions: 2,
  embed: (texts) => Promise.resolve(texts.map(() => Float32Array.of(1, 0))),
  close: () => Promise.resolve(),
};

/** By meaning the kettle comes first; the words find the mug, or nothing. */
const catalogue = {
  productsById: (ids: readonly number[]) =>
    Promise.resolve([mug, kettle].filter(({ id }) => ids.includes(id))),
  searchText: (text: string) => Promise.resolve(text === 'mug' ? [mug] : []),
};

function store(search: VectorStore['search'], kind: VectorStore['kind'] = 'chroma'): VectorStore {
  const parts: Partial<VectorStore> = {
    kind,
    search,
    health: () => Promise.reject(new Error('away')),
    close: () => Promise.resolve(),
  };
  return parts as VectorStore;
}

const ranked = store(() =>
  Promise.resolve([
    { productId: kettle.id, score: 0.9 },
    { productId: 404, score: 0.8 },
    { productId: mug.id, score: 0.7 },
  ]),
);

function searchOver(vectors: VectorStore, model: Embedder = embedder) {
  return new SemanticSearch({ store: vectors, embedder: model, catalogue, log: silent, metrics: noMetrics });
}

test('products are ordered by similarity; one that was deleted meanwhile is left out', async () => {
  expect(await searchOver(ranked).search('boil water', 3)).toEqual({
    products: [kettle, mug],
    mode: 'semantic',
  });
});

test('what the words name comes up, too, where meaning alone misses it', async () => {
  const onlyKettle = store(() => Promise.resolve([{ productId: kettle.id, score: 0.9 }]));
  const { products, mode } = await searchOver(onlyKettle).search('mug', 3);
  expect(products).toEqual(expect.arrayContaining([kettle, mug]));
  expect(mode).toBe('semantic');
});

test('a product that meaning and words agree on comes first', async () => {
  const { products } = await searchOver(ranked).search('mug', 1);
  expect(products).toEqual([mug]);
});

test.each<[string, VectorStore, Embedder]>([
  ['the vector store fails', store(() => Promise.reject(new Error('no route'))), embedder],
  ['the collection is not complete', store(() => Promise.reject(new CollectionNotReady('c'))), embedder],
  ['the vector store never answers', store(() => new Promise(() => undefined)), embedder],
  ['the model fails', ranked, { ...embedder, embed: () => Promise.reject(new Error('no model')) }],
])('words are searched, and it says so, when %s', async (_, vectors, model) => {
  expect(await searchOver(vectors, model).search('mug', 3)).toEqual({ products: [mug], mode: 'text' });
});

test('a collection that is not complete is asked each time: it may be by now', async () => {
  let ready = false;
  const search = searchOver(
    store(() =>
      ready ? ranked.search(Float32Array.of(1, 0), 3) : Promise.reject(new CollectionNotReady('c')),
    ),
  );
  for (let tries = 0; tries < 8; tries++) await search.search('mug', 3);
  ready = true;
  expect((await search.search('mug', 3)).mode).toBe('semantic');
});

test('a vector store that keeps failing is left alone for a while', async () => {
  let asked = 0;
  const search = searchOver(
    store(() => {
      asked += 1;
      return Promise.reject(new Error('no route'));
    }),
  );
  for (let tries = 0; tries < 20; tries++) await search.search('mug', 3);
  expect(asked).toBeLessThan(10);
});

test('for a customer who left in the middle, words are not searched any more', async () => {
  const leaving = new AbortController();
  const failing = store(() => {
    leaving.abort(new Error('left'));
    return Promise.reject(new Error('no route'));
  });
  await expect(searchOver(failing).search('mug', 3, leaving.signal)).rejects.toThrow('left');
});

test('readiness: an unavailable Chroma server is reported; vectors in the database are not a dependency of their own', async () => {
  await expect(searchOver(ranked).state()).rejects.toThrow('away');
  expect(await searchOver(store(() => Promise.resolve([]), 'embedded')).state()).toBe('off');
});

test('on a laptop the first search starts the indexing, once, and again after a failure', async () => {
  let runs = 0;
  const reindex = () => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
  };
  const search = new SelfIndexingSearch(searchOver(ranked), reindex, silent);
  for (let tries = 0; tries < 4; tries++) await search.search('mug', 3);
  expect(runs).toBe(2);
  await search.close();
});
