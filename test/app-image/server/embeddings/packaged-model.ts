import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePackagedModel } from '../../../../app-image/server/embeddings/bundle-packaged-model';
import { PackagedEmbedder } from '../../../../app-image/server/embeddings/packaged-embedder';

/** The embedder from a directory that holds what the image holds and nothing else. */
export async function packagedEmbedder(): Promise<{
  embedder: PackagedEmbedder;
  remove: () => Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'model-'));
  await bundlePackagedModel(directory);
  const embedder = new PackagedEmbedder(directory);
  return {
    embedder,
    remove: async () => {
      await embedder.close();
      await rm(directory, { recursive: true });
    },
  };
}
