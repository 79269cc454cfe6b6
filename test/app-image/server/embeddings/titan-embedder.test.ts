import { connectBedrock } from '../../../../app-image/server/embeddings/bedrock';
import { TitanEmbedder } from '../../../../app-image/server/embeddings/titan-embedder';
import { startBedrock, type FakeBedrock } from '../../../setup/bedrock';

let bedrock: FakeBedrock;
let embedder: TitanEmbedder;
beforeEach(async () => {
  bedrock = await startBedrock();
  const place = { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: bedrock.url };
  embedder = new TitanEmbedder(connectBedrock(place, { attempts: 4 }));
});
afterEach(() => bedrock.stop());

test('asks Titan v2 for 512 dimensions of length 1', async () => {
  const [vector] = await embedder.embed(['a warm coat']);
  expect(vector).toHaveLength(512);
  expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
  expect(bedrock.received[0]).toMatchObject({
    model: 'amazon.titan-embed-text-v2:0',
    operation: 'invoke',
    body: { inputText: 'a warm coat', dimensions: 512, normalize: true },
  });
});

test('many texts come back in the order they were given', async () => {
  const texts = Array.from({ length: 20 }, (_, number) => `lamp number${number}`);
  const together = await embedder.embed(texts);
  const [alone] = await embedder.embed(['lamp number13']);
  expect(together).toHaveLength(20);
  expect(together[13]).toEqual(alone);
});

test('a throttled call is made again', async () => {
  bedrock.replies.push({ kind: 'refused', status: 429, error: 'ThrottlingException' });
  expect(await embedder.embed(['tea'])).toHaveLength(1);
  expect(bedrock.received).toHaveLength(2);
});

test('a caller who left ends the call', async () => {
  await expect(embedder.embed(['tea'], AbortSignal.abort())).rejects.toThrow(/abort/i);
});
