import type { Embedder } from './embedder';

/** Where the offline model should be and is not: search is by words, and whoever needs vectors is told why. */
export class MissingEmbedder implements Embedder {
  readonly model = 'use-lite-en';
  readonly dimensions = 512;

  embed(): Promise<Float32Array[]> {
    return Promise.reject(new Error(modelIsMissing));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export const modelIsMissing =
  'EMBEDDINGS is "packaged", but the offline model is not here: the container image leaves it out. ' +
  'Products are searched by words. Set EMBEDDINGS=titan to search by meaning.';
