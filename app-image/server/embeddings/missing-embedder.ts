import type { Embedder } from './embedder';

/** Used when the offline model is not installed: search is by words, and every call explains why. */
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
  'EMBEDDINGS is "packaged", but the offline model is not installed: the container image does not contain it. ' +
  'Products are searched by words. Set EMBEDDINGS=titan to search by meaning.';
