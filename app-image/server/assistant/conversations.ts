import type { Turn } from './assistant';

/** Keeps what was said between requests; in the shared cache, or in the process without one. */
export interface ConversationStore {
  /** Nothing when the conversation has expired or never was. */
  load(id: string): Promise<readonly Turn[] | undefined>;
  save(id: string, turns: readonly Turn[]): Promise<void>;
}

/** What a conversation store is built on: text under a key that expires. */
export interface ExpiringText {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
}
