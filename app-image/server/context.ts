import type { Logger } from 'pino';
import type { Environment } from '../contract/environment';
import type { ChatEvent } from '../api/chat';
import type { Readiness } from '../api/operations';
import type { Accounts } from './accounts/accounts';
import type { RefreshTokens } from './accounts/refresh-tokens';
import type { Store } from './cache/store';
import type { Catalogue } from './catalogue/catalogue';
import type { FeatureFlags } from './configuration/feature-flags';
import type { Database } from './database/database';
import type { ErrorTracker } from './observability/error-tracker';
import type { Metrics } from './observability/metrics';
import type { RateLimiter } from './rate-limits/rate-limiter';
import type { Carts } from './shopping/carts';
import type { CatalogueSearch } from './vectors/search-catalogue';

/** What every part of the shop, and every job, is made from. */
export interface ShopContext {
  readonly environment: Environment;
  readonly log: Logger;
  readonly database: Database;
  readonly store: Store;
  readonly metrics: Metrics;
}

/**
 * What the engineer of search plugs in: `server/vectors/index.ts` exports
 * `createProductSearch(context, catalogue): Promise<ProductSearch>`.
 */
export interface ProductSearch extends CatalogueSearch {
  /** Begins, in the background, what the first search would have to do without. */
  prepare?(): void;
  /** Answers when the vector store does; `off` while vectors live in the database itself. */
  state(): Promise<'up' | 'off'>;
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
 * The whole of `POST /api/chat` but its HTTP: search, conversation, answer, token ledger.
 * `server/assistant/index.ts` exports `createChat(context, search): Promise<Chat>`.
 */
export interface Chat {
  /**
   * Rejects with `AssistantUnavailable` before the first event when it cannot answer (503 to the
   * customer); after it, a failure is an `error` event.
   */
  answer(turn: ChatTurn): AsyncIterable<ChatEvent>;
  /** `off` for the local stand-in. Never calls the model: a check must cost nothing. */
  readonly state: 'up' | 'degraded' | 'off';
  close(): Promise<void>;
}

/** All parts of a running shop. */
export interface Shop extends ShopContext {
  readonly catalogue: Catalogue;
  readonly search: ProductSearch;
  readonly chat: Chat;
  readonly accounts: Accounts;
  readonly refreshTokens: RefreshTokens;
  readonly carts: Carts;
  readonly limiter: RateLimiter;
  /** State of every dependency, at most a second old. */
  readonly readiness: { state(): Promise<Readiness> };
  readonly flags: FeatureFlags;
  readonly errors: ErrorTracker;
  /** Signs access tokens. */
  readonly jwtSecret: string;
  /** Of the code, for `/api/health` and the API's description. */
  readonly version: string;
}
