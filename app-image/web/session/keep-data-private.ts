import type { QueryClient } from '@tanstack/react-query';
import type { SessionState, SessionStore } from './session-store';

/** First parts of the query keys whose data belongs to one customer. */
const privateKeys: readonly unknown[] = ['cart', 'orders', 'order'];

const ownerOf = (state: SessionState) => (state.status === 'member' ? state.account.id : state.status);

/** Loads cart and orders again when the customer changes: a guest signs in, or a member's session ends. */
export function keepDataPrivate(session: SessionStore, queries: QueryClient): void {
  let owner = ownerOf(session.current());
  session.subscribe(() => {
    const before = owner;
    owner = ownerOf(session.current());
    // While the session is being checked, every request waits, so no data is loaded yet.
    if (owner === before || before === 'checking') return;
    void queries.resetQueries({ predicate: ({ queryKey }) => privateKeys.includes(queryKey[0]) });
  });
}
