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

/** Dependencies of every part of the shop. */
export interface ShopContext {
  readonly environment: Environment;
  readonly log: Logger;
  readonly database: Database;
  readonly store: Store;
  readonly metrics: Metrics;
}

/**
 * Search in the catalogue; created by `createProductSearch` of `server/vectors/index.ts`.
 */
export interface ProductSearch extends CatalogueSearch {
  /** Starts, in the background, the work that search by meaning needs. */
  prepare?(): void;
  /** Rejects when the vector store does not answer; `off` while vectors are stored in the database. */
  state(): Promise<'up' | 'off'>;
  close(): Promise<void>;
}

export interface ChatTurn {
  readonly message: string;
  readonly conversationId?: string;
  /** Owner of the conversation: the id of another visitor does not open it. */
  readonly visitor: string;
  /** Aborted when the customer leaves. */
  readonly signal: AbortSignal;
}

/**
 * `POST /api/chat` without its HTTP: search, conversation, answer, token ledger. Created by `createChat`
 * of `server/assistant/index.ts`.
 */
export interface Chat {
  /**
   * Resolves without waiting for search or model, so that the answer's headers can be sent at once. Rejects
   * with `AssistantUnavailable` when it is known by then that there will be no answer (503 to the customer).
   * A failure after that rejects the iteration; it becomes an `error` event.
   */
  answer(turn: ChatTurn): Promise<AsyncIterable<ChatEvent>>;
  /** `off` for the local stand-in. Never calls the model: a check must cost nothing. */
  readonly state: 'up' | 'degraded' | 'off';
  /** Waits until the tokens of all answers are recorded. */
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
