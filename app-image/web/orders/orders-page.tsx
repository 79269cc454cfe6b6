import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EmptyState } from '../feedback/empty-state';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { MembersOnly } from '../session/members-only';
import { useShop } from '../session/session-context';
import { OrderCard } from './order-card';

export function OrdersPage() {
  return (
    <Page title="Your orders" width="narrow">
      <MembersOnly reason="to see your orders.">{() => <OrderHistory />}</MembersOnly>
    </Page>
  );
}

function OrderHistory() {
  const shop = useShop();
  const query = useInfiniteQuery({
    queryKey: ['orders'],
    queryFn: ({ pageParam, signal }) => shop.orders(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <Loaded query={query} waiting={<Skeleton shape="line" count={6} />}>
      {({ pages }) => {
        const orders = pages.flatMap(({ items }) => items);
        if (orders.length === 0) return <NoOrders />;
        return (
          <>
            <ul className="orders">
              {orders.map((order) => (
                <li key={order.id}>
                  <OrderCard order={order} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <p className="more">
                <button
                  type="button"
                  className="button button-quiet"
                  aria-disabled={query.isFetchingNextPage}
                  onClick={() => void (query.isFetchingNextPage || query.fetchNextPage())}
                >
                  Show earlier orders
                </button>
              </p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function NoOrders() {
  return (
    <EmptyState title="No orders yet">
      <p>
        <Link className="button" href={pages.catalogue}>
          Browse products
        </Link>
      </p>
    </EmptyState>
  );
}
