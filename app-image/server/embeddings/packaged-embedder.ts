import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Embedder } from './embedder';

export interface WorkerRequest {
  readonly id: number;
  readonly texts: string[];
}

export type WorkerAnswer =
  | { readonly id: number; readonly vectors: Float32Array[] }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (reason: Error) => void;
}

/** Longest wait of a query during a reindex is one chunk: 8 texts take about 50 ms. */
const textsAtOnce = 8;

/** The embedding model inside the image: Universal Sentence Encoder lite, English. Needs no network. */
export class PackagedEmbedder implements Embedder {
  readonly model = 'use-lite-en';
  readonly dimensions = 512;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #requests = 0;

  /** @param directory - directory that `bundlePackagedModel` wrote */
  constructor(private readonly directory: string) {}

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += textsAtOnce) {
      signal?.throwIfAborted();
      vectors.push(...(await this.#request(texts.slice(start, start + textsAtOnce))));
    }
    return vectors;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #request(texts: string[]): Promise<Float32Array[]> {
    const id = ++this.#requests;
    const answer = new Promise<Float32Array[]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, texts } satisfies WorkerRequest);
    return answer;
  }

  #start(): Worker {
    const worker = new Worker(resolve(this.directory, 'worker.cjs'));
    worker.on('message', (answer: WorkerAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('vectors' in answer) waiting?.resolve(answer.vectors);
      else waiting?.reject(new Error(`The packaged embedding model failed: ${answer.failure}`));
    });
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('The packaged embedding model has stopped.')));
    return worker;
  }

  /** Rejects all requests of a dead worker; the next request starts another. */
  #fail(reason: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
