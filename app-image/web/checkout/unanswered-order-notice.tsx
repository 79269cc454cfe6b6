import { FailureNotice } from '../feedback/failure-notice';
import { useSession, useUnansweredOrders } from '../session/session-context';
import { usePlaceOrder } from './use-place-order';

/** Shown after a reload or a crash, when an order was sent and its outcome is unknown. */
export function UnansweredOrderNotice() {
  const session = useSession();
  const placeOrder = usePlaceOrder();
  const unansweredOrders = useUnansweredOrders();
  const unanswered = session.status === 'member' ? unansweredOrders.of(session.account.id) : undefined;
  if (!unanswered) return null;
  return (
    <section className="notice" aria-label="Unconfirmed order">
      <p>
        <strong>Your last order is not confirmed.</strong> You can safely send it again: it will be placed
        only once.
      </p>
      <p className="notice-actions">
        <button
          type="button"
          className="button"
          aria-disabled={placeOrder.isPending}
          onClick={() => placeOrder.isPending || placeOrder.mutate(unanswered)}
        >
          {placeOrder.isPending ? 'Sending…' : 'Send again'}
        </button>
      </p>
      {placeOrder.isError && <FailureNotice error={placeOrder.error} />}
    </section>
  );
}
