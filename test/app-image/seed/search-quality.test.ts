import { catalogue } from '../../../app-image/seed/catalogue';
import type { PackagedEmbedder } from '../../../app-image/server/embeddings/packaged-embedder';
import { ExactIndex } from '../../../app-image/server/vectors/exact-index';
import { textToEmbed } from '../../../app-image/server/vectors/product-text';
import { packagedEmbedder } from '../server/embeddings/packaged-model';
import { shoppingQueries } from './shopping-queries';

const products = catalogue.flatMap((category) => category.products);
const names = products.map(({ name }) => name);

describe('searching the opening catalogue by meaning with the packaged model', () => {
  let embedder: PackagedEmbedder;
  let index: ExactIndex;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ embedder, remove } = await packagedEmbedder());
    const vectors = await embedder.embed(products.map(textToEmbed));
    index = new ExactIndex(
      vectors.map((vector, productId) => ({ productId, vector })),
      embedder.dimensions,
    );
  }, 60_000);
  afterAll(() => remove());

  async function topThree(query: string): Promise<(string | undefined)[]> {
    const [vector] = await embedder.embed([query]);
    if (!vector) throw new Error('no vector');
    return index.nearest(vector, 3).map(({ productId }) => names[productId]);
  }

  test('every expected answer is a product of the catalogue', () => {
    expect(shoppingQueries.flatMap(([, ...good]) => good).filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });

  // Measured: 28 of 30. One may be lost to a new product before anybody has to look.
  test('of 30 everyday queries at least 27 have a good product in the top three', async () => {
    const missed: string[] = [];
    for (const [query, ...good] of shoppingQueries) {
      const found = await topThree(query);
      if (!found.some((name) => name && good.includes(name))) missed.push(`${query} → ${found.join(', ')}`);
    }
    expect(missed.slice(3)).toEqual([]);
  });

  // Measured: 197 of 200.
  test('nearly every product is in the top three for its own name', async () => {
    const missed: string[] = [];
    for (const name of names) {
      const found = await topThree((name.split(',')[0] ?? name).toLowerCase());
      if (!found.includes(name)) missed.push(name);
    }
    expect(missed.slice(5)).toEqual([]);
  });
});
