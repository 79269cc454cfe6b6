import { Link } from 'wouter';
import type { Account } from '../../api/accounts';
import type { Cart } from '../../api/shopping';
import { useCart } from '../cart/use-cart';
import { EmptyState } from '../feedback/empty-state';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { MembersOnly } from '../session/members-only';
import { AddressForm } from './address-form';
import { OrderSummary } from './order-summary';
import { UnansweredOrderNotice } from './unanswered-order-notice';
import { cartFingerprint, usePlaceOrder } from './use-place-order';

export function CheckoutPage() {
  return (
    <Page title="Checkout">
      <MembersOnly reason="to place your order. Your cart is kept.">
        {(account) => <Checkout account={account} />}
      </MembersOnly>
    </Page>
  );
}

function Checkout({ account }: { account: Account }) {
  const cart = useCart();
  return (
    <Loaded query={cart} waiting={<Skeleton shape="line" count={8} />}>
      {(data) =>
        data.items.length === 0 ? <EmptyCheckout /> : <FilledCheckout account={account} cart={data} />
      }
    </Loaded>
  );
}

function FilledCheckout({ account, cart }: { account: Account; cart: Cart }) {
  const placeOrder = usePlaceOrder();
  return (
    <div className="with-aside">
      <div>
        {/* The form itself reports on an order that is being sent from it. */}
        {placeOrder.isIdle && <UnansweredOrderNotice />}
        <AddressForm
          name={account.name}
          error={placeOrder.error}
          busy={placeOrder.isPending}
          onSubmit={(shipTo) =>
            placeOrder.mutate({ accountId: account.id, cart: cartFingerprint(cart), request: { shipTo } })
          }
        />
      </div>
      <OrderSummary cart={cart} />
    </div>
  );
}

function EmptyCheckout() {
  return (
    <>
      <UnansweredOrderNotice />
      <EmptyState title="Your cart is empty">
        <p>
          <Link className="button" href={pages.catalogue}>
            Browse products
          </Link>
        </p>
      </EmptyState>
    </>
  );
}
