import type { QueryClient } from '@tanstack/react-query';
import type { SessionState, SessionStore } from './session-store';

/** First parts of the query keys that hold what belongs to one customer. */
const privateKeys: readonly unknown[] = ['cart', 'orders', 'order'];

const ownerOf = (state: SessionState) => (state.status === 'member' ? state.account.id : state.status);

/** Asks anew for the cart and the orders when somebody else stands at the counter: a guest who signs in, a member whose session ended. */
export function keepDataPrivate(session: SessionStore, queries: QueryClient): void {
  let owner = ownerOf(session.current());
  session.subscribe(() => {
    const before = owner;
    owner = ownerOf(session.current());
    // While checking, every request waits, so there is nothing of anyone yet.
    if (owner === before || before === 'checking') return;
    void queries.resetQueries({ predicate: ({ queryKey }) => privateKeys.includes(queryKey[0]) });
  });
}
