import { PackagedEmbedder } from '../../../../app-image/server/embeddings/packaged-embedder';
import { packagedEmbedder } from './packaged-model';

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0);

describe('the packaged embedding model', () => {
  let embedder: PackagedEmbedder;
  let remove: () => Promise<void>;
  beforeAll(async () => ({ embedder, remove } = await packagedEmbedder()), 30_000);
  afterAll(() => remove());

  test('runs from its bundle alone, and texts of one meaning are near each other', async () => {
    const [coat, jacket, teapot] = await embedder.embed([
      'a warm winter coat',
      'jacket for cold days',
      'teapot',
    ]);
    if (!coat || !jacket || !teapot) throw new Error('three texts give three vectors');
    expect(coat).toHaveLength(embedder.dimensions);
    expect(Math.hypot(...coat)).toBeCloseTo(1, 5);
    expect(cosine(coat, jacket)).toBeGreaterThan(cosine(coat, teapot));
  });

  test('answers many texts in the order they were given', async () => {
    const texts = Array.from(
      { length: 20 },
      (_, i) => `lamp number ${i} for the ${i % 2 ? 'desk' : 'garden'}`,
    );
    const together = await embedder.embed(texts);
    const [last] = await embedder.embed(texts.slice(-1));
    expect(together).toHaveLength(20);
    expect(cosine(together[19] ?? new Float32Array(), last ?? new Float32Array())).toBeCloseTo(1, 4);
  });

  test('a caller who left gets no further chunks', async () => {
    const gone = AbortSignal.abort(new Error('left'));
    await expect(embedder.embed(['lamp'], gone)).rejects.toThrow('left');
  });

  test('texts without a word do not end the worker', async () => {
    await Promise.allSettled([embedder.embed(['']), embedder.embed(['\u{1F6D2}'])]);
    expect(await embedder.embed(['still there'])).toHaveLength(1);
  });
});

test('without its files the model fails every call and waits for none', async () => {
  const missing = new PackagedEmbedder('/nonexistent');
  await expect(missing.embed(['lamp'])).rejects.toThrow(/worker\.cjs|stopped/);
  await expect(missing.embed(['lamp'])).rejects.toThrow(/worker\.cjs|stopped/);
});
