import type { Embedder } from '../../../../app-image/server/embeddings/embedder';
import { RememberingEmbedder } from '../../../../app-image/server/embeddings/remembering-embedder';

class CountingEmbedder implements Embedder {
  readonly model = 'counting';
  readonly dimensions = 1;
  readonly asked: string[] = [];
  broken = false;

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.asked.push(...texts);
    await Promise.resolve();
    if (this.broken) throw new Error('away');
    return texts.map((text) => Float32Array.of(text.length));
  }

  close = () => Promise.resolve();
}

let model: CountingEmbedder;
let embedder: RememberingEmbedder;
beforeEach(() => {
  model = new CountingEmbedder();
  embedder = new RememberingEmbedder(model, 2);
});

test('a query that comes again is not embedded again', async () => {
  await embedder.embed(['tea']);
  expect(await embedder.embed(['tea'])).toEqual([Float32Array.of(3)]);
  expect(model.asked).toEqual(['tea']);
});

test('two who ask the same at once share one call', async () => {
  await Promise.all([embedder.embed(['tea']), embedder.embed(['tea'])]);
  expect(model.asked).toEqual(['tea']);
});

test('what was used longest ago is forgotten first', async () => {
  for (const query of ['tea', 'cup', 'tea', 'pot']) await embedder.embed([query]);
  model.asked.length = 0;
  await embedder.embed(['tea']);
  await embedder.embed(['cup']);
  expect(model.asked).toEqual(['cup']);
});

test('a failure is not remembered', async () => {
  model.broken = true;
  await expect(embedder.embed(['tea'])).rejects.toThrow('away');
  model.broken = false;
  expect(await embedder.embed(['tea'])).toHaveLength(1);
});

test('many texts at once, as a reindex has them, are passed on and not kept', async () => {
  await embedder.embed(['tea', 'cup']);
  await embedder.embed(['tea']);
  expect(model.asked).toEqual(['tea', 'cup', 'tea']);
});
