import { FailureNotice } from '../feedback/failure-notice';
import { useSession } from '../session/session-context';
import { unansweredOrders, usePlaceOrder } from './use-place-order';

/** After a reload or a crash: an order was sent, and nobody knows what became of it. */
export function UnansweredOrderNotice() {
  const session = useSession();
  const placeOrder = usePlaceOrder();
  const unanswered = session.status === 'member' ? unansweredOrders.of(session.account.id) : undefined;
  if (!unanswered) return null;
  return (
    <section className="notice" aria-label="Order without an answer">
      <p>
        <strong>Your last order got no answer.</strong> Asking again is safe: it will be placed once, not
        twice.
      </p>
      <p className="notice-actions">
        <button
          type="button"
          className="button"
          aria-disabled={placeOrder.isPending}
          onClick={() => placeOrder.isPending || placeOrder.mutate(unanswered)}
        >
          {placeOrder.isPending ? 'Asking…' : 'Ask again'}
        </button>
      </p>
      {placeOrder.isError && <FailureNotice error={placeOrder.error} />}
    </section>
  );
}
