import type { Embedder } from './embedder';

/**
 * Caches the vectors of the latest single texts, because the same queries are frequent. A vector of 512
 * numbers is 2 kB, so a thousand are 2 MB. Concurrent calls for one text share one call.
 */
export class RememberingEmbedder implements Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** Least recently used first. */
  readonly #latest = new Map<string, Promise<Float32Array>>();

  constructor(
    private readonly inner: Embedder,
    private readonly capacity = 1000,
  ) {
    this.model = inner.model;
    this.dimensions = inner.dimensions;
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const [text, ...others] = texts;
    if (text === undefined || others.length > 0) return this.inner.embed(texts, signal);
    return [await this.#cached(text)];
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  #cached(text: string): Promise<Float32Array> {
    const known = this.#latest.get(text);
    this.#latest.delete(text);
    const vector = known ?? this.#embedOne(text);
    this.#latest.set(text, vector);
    for (const oldest of this.#latest.keys()) {
      if (this.#latest.size <= this.capacity) break;
      this.#latest.delete(oldest);
    }
    return vector;
  }

  /** Ignores the caller's signal: another caller may wait for the same vector. */
  async #embedOne(text: string): Promise<Float32Array> {
    try {
      const [vector] = await this.inner.embed([text]);
      if (!vector) throw new Error(`The model ${this.model} gave no vector.`);
      return vector;
    } catch (error) {
      this.#latest.delete(text);
      throw error;
    }
  }
}
