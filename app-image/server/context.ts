import type { Logger } from 'pino';
import type { Environment } from '../contract/environment';
import type { ChatEvent } from '../api/chat';
import type { SearchResult } from '../api/catalogue';
import type { Store } from './cache/store';
import type { Catalogue } from './catalogue/catalogue';
import type { Database } from './database/database';
import type { Metrics } from './observability/metrics';

/** What every part of the shop, and every job, is made from. */
export interface ShopContext {
  readonly environment: Environment;
  readonly log: Logger;
  readonly database: Database;
  readonly store: Store;
  readonly metrics: Metrics;
}

/**
 * Finds products by meaning, and by words while vectors are away.
 * `server/vectors/index.ts` exports `createProductSearch(context, catalogue): ProductSearch`.
 */
export interface ProductSearch {
  search(query: string, limit: number, signal?: AbortSignal): Promise<SearchResult>;
  /** Answers when the vector store does; absent while vectors live in the database. */
  check?(): Promise<void>;
  close(): Promise<void>;
}

export interface ChatTurn {
  readonly message: string;
  readonly conversationId?: string;
  /** Whose conversation it is: another visitor's id continues nothing. */
  readonly visitor: string;
  /** Aborted when the customer leaves. */
  readonly signal: AbortSignal;
}

/**
 * Answers about products it found.
 * `server/assistant/index.ts` exports `createAssistant(context, search): Assistant`.
 */
export interface Assistant {
  /**
   * Rejects with `UnavailableError` before the first event when it cannot answer (503 to the
   * customer); after it, a failure is an `error` event.
   */
  answer(turn: ChatTurn): AsyncIterable<ChatEvent>;
  /** `off` for the local stand-in. Never calls the model: a check must cost nothing. */
  state(): 'up' | 'degraded' | 'off';
  close(): Promise<void>;
}

/** All parts of a running shop. */
export interface Shop extends ShopContext {
  readonly catalogue: Catalogue;
  readonly search: ProductSearch;
  readonly assistant: Assistant;
}
