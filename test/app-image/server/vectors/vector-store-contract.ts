import {
  CollectionNotReady,
  type VectorEntry,
  type VectorStore,
} from '../../../../app-image/server/vectors/vector-store';

export const contractDimensions = 512;

/** A vector of length 1 that leans towards `axis`, the more so the higher `lean`. */
export function towards(axis: number, lean = 1): Float32Array {
  const vector = new Float32Array(contractDimensions);
  vector[axis] = lean;
  vector[axis + 100] = Math.sqrt(1 - lean * lean);
  return vector;
}

export function entry(productId: number, vector = towards(productId % 100)): VectorEntry {
  return { productId, contentHash: `hash-${productId}`, vector };
}

/** What both vector stores promise. `products` are ids that exist in the catalogue. */
export function vectorStoreContract(open: () => Promise<VectorStore>): void {
  let store: VectorStore;
  beforeEach(async () => {
    store = await open();
    await store.clear();
  });
  afterEach(() => store.close());

  test('nothing is found before the collection was published', async () => {
    await store.upsert([entry(1)]);
    await expect(store.search(towards(1), 3)).rejects.toThrow(CollectionNotReady);
    expect(await store.health()).toEqual({ entries: 1, searchable: false });
  });

  test('the nearest product comes first, with its cosine as the score', async () => {
    await store.upsert([entry(1, towards(1, 0.6)), entry(2, towards(1, 0.9)), entry(3, towards(3))]);
    await store.publish();
    const found = await store.search(towards(1), 2);
    expect(found.map(({ productId }) => productId)).toEqual([2, 1]);
    expect(found[0]?.score).toBeCloseTo(0.9, 4);
    expect(found[1]?.score).toBeCloseTo(0.6, 4);
    expect(await store.health()).toEqual({ entries: 3, searchable: true });
  });

  test('a limit above the number of products gives them all', async () => {
    await store.upsert([entry(1), entry(2)]);
    await store.publish();
    expect(await store.search(towards(1), 50)).toHaveLength(2);
  });

  test('writing a product again replaces its vector and its hash', async () => {
    await store.upsert([entry(1), entry(2)]);
    await store.publish();
    await store.upsert([{ productId: 1, contentHash: 'other', vector: towards(7) }]);
    expect(await store.count()).toBe(2);
    expect((await store.search(towards(7), 1))[0]?.productId).toBe(1);
    expect(await store.contentHashes([1, 2, 3])).toEqual(
      new Map([
        [1, 'other'],
        [2, 'hash-2'],
      ]),
    );
  });

  test('products that are gone are removed and no longer found', async () => {
    await store.upsert([entry(1), entry(2), entry(3)]);
    await store.publish();
    expect(await store.removeMissing(new Set([1, 3]))).toBe(1);
    expect((await store.search(towards(2), 10)).map(({ productId }) => productId)).not.toContain(2);
    expect(await store.count()).toBe(2);
    expect(await store.removeMissing(new Set([1, 3]))).toBe(0);
  });

  test('all pages together hold everything once, in the order of products', async () => {
    const entries = Array.from({ length: 60 }, (_, row) => entry(row + 1));
    await store.upsert([...entries].reverse());
    const read: VectorEntry[] = [];
    for await (const page of store.pages()) read.push(...page);
    expect(read.map(({ productId }) => productId)).toEqual(entries.map(({ productId }) => productId));
    expect(read[4]?.contentHash).toBe('hash-5');
    expect(Array.from(read[4]?.vector ?? [])).toEqual(Array.from(towards(5)));
  });

  test('more entries than a Chroma server takes in one batch are all written', async () => {
    const many = Array.from({ length: 6000 }, (_, row) => entry(row + 1));
    await store.upsert(many);
    expect(await store.count()).toBe(6000);
    expect((await store.contentHashes(many.map(({ productId }) => productId))).size).toBe(6000);
  }, 60_000);

  test('a cleared collection is not searchable until it is published again', async () => {
    await store.upsert([entry(1)]);
    await store.publish();
    await store.search(towards(1), 1);
    await store.clear();
    await expect(store.search(towards(1), 1)).rejects.toThrow(CollectionNotReady);
    expect(await store.count()).toBe(0);
  });
}
