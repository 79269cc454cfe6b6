/** Stores texts by key for a limited time: in Redis or Valkey, shared by all processes, or in the memory of one. */
export interface Store {
  readonly kind: 'redis' | 'memory';
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, seconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Throws when the store does not answer. A store in memory always answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}
