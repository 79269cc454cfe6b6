/** Text under a key for a while: Redis or Valkey shared by all processes, or the memory of one. */
export interface Store {
  readonly kind: 'redis' | 'memory';
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, seconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Throws when the store does not answer. A store in memory always answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}
