import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Order } from '../../api/shopping';
import { formatPrice } from '../catalogue/price';
import type { JustPlaced } from '../checkout/use-place-order';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { countryName } from '../forms/countries';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { MembersOnly } from '../session/members-only';
import { useShop } from '../session/session-context';
import { formatDay } from './format-day';
import { OrderStatus } from './order-status';

export function OrderPage({ id }: { id: string }) {
  const state = useHistoryState<JustPlaced | null>();
  const justPlaced = state?.justPlaced === true;
  return (
    <Page title={justPlaced ? 'Thank you' : 'Your order'} width="narrow">
      <MembersOnly reason="to see this order.">
        {() => (
          <>
            {justPlaced && <p className="lead">Your order is placed.</p>}
            <OrderDetails id={id} />
            <p className="notice-actions">
              <Link className="button button-quiet" href={pages.orders}>
                All your orders
              </Link>
              <Link className="button button-quiet" href={pages.catalogue}>
                Continue shopping
              </Link>
            </p>
          </>
        )}
      </MembersOnly>
    </Page>
  );
}

function OrderDetails({ id }: { id: string }) {
  const shop = useShop();
  const query = useQuery({ queryKey: ['order', id], queryFn: ({ signal }) => shop.order(id, signal) });
  return (
    <Loaded query={query} waiting={<Skeleton shape="line" count={6} />}>
      {(order) => <Receipt order={order} />}
    </Loaded>
  );
}

function Receipt({ order }: { order: Order }) {
  const { shipTo } = order;
  return (
    <section className="summary" aria-label="Receipt">
      <p className="summary-row">
        <span>{formatDay(order.placedAt)}</span>
        <OrderStatus status={order.status} />
      </p>
      <ul className="summary-lines">
        {order.items.map(({ productId, name, quantity, priceCents }) => (
          <li key={productId} className="summary-row">
            <span>
              {quantity} × {name}
            </span>
            <span>{formatPrice(priceCents * quantity)}</span>
          </li>
        ))}
      </ul>
      <p className="summary-row summary-total">
        <span>Total</span>
        <span>{formatPrice(order.totalCents)}</span>
      </p>
      <address>
        {shipTo.name}
        <br />
        {shipTo.street}
        <br />
        {shipTo.postcode} {shipTo.city}
        <br />
        {countryName(shipTo.country)}
      </address>
      <p className="soft">Order number {order.id}</p>
    </section>
  );
}
