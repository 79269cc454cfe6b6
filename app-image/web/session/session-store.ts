import type { Account, Session } from '../../api/accounts';
import { ApiClient, type ApiClientOptions } from '../api/client';

export type SessionState =
  { status: 'checking' } | { status: 'guest' } | { status: 'member'; account: Account };

const storageKey = 'shop.was-member';

/**
 * The session of the customer. Storage holds only the fact that a customer was signed in, which saves
 * guests a request that would be refused. The access token is in the client's memory, the refresh token
 * in a cookie that no script can read.
 */
export class SessionStore {
  readonly client: ApiClient;
  #state: SessionState;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    options: Pick<ApiClientOptions, 'origin' | 'exclusively'> = {},
  ) {
    this.client = new ApiClient({ ...options, onSession: (session) => this.#changed(session) });
    this.#state = { status: storage.getItem(storageKey) === null ? 'guest' : 'checking' };
  }

  /** Restores the session of the last visit. Call it before the first request, which then waits for it. */
  async resume(): Promise<void> {
    if (this.#state.status !== 'checking') return;
    try {
      await this.client.refresh();
    } catch {
      // The server did not answer: the customer is a guest now, and the next visit tries again.
      this.#set({ status: 'guest' });
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): SessionState => this.#state;

  #changed(session: Session | undefined): void {
    if (session) this.storage.setItem(storageKey, 'yes');
    else this.storage.removeItem(storageKey);
    this.#set(session ? { status: 'member', account: session.account } : { status: 'guest' });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
