/** Turns text into vectors. Vectors of two models cannot be compared. */
export interface Embedder {
  /** Name of the model; part of the collection's name. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector of length 1 for each text, in the same order. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Scaled to length 1, so that a dot product is the cosine similarity. */
export function normalised(vector: Iterable<number>): Float32Array {
  const scaled = Float32Array.from(vector);
  const length = Math.hypot(...scaled);
  return length === 0 ? scaled : scaled.map((part) => part / length);
}
