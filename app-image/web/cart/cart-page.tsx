import { useRef } from 'react';
import { Link } from 'wouter';
import type { Cart } from '../../api/shopping';
import { formatPrice } from '../catalogue/price';
import { UnansweredOrderNotice } from '../checkout/unanswered-order-notice';
import { EmptyState } from '../feedback/empty-state';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { Page } from '../layout/page';
import { pages } from '../navigation/addresses';
import { CartLine } from './cart-line';
import { itemsIn, useCart } from './use-cart';

export function CartPage() {
  const cart = useCart();
  return (
    <Page title="Your cart">
      <UnansweredOrderNotice />
      <Loaded query={cart} waiting={<Skeleton shape="line" count={6} />}>
        {(data) => (data.items.length === 0 ? <EmptyCart /> : <FilledCart cart={data} />)}
      </Loaded>
    </Page>
  );
}

function FilledCart({ cart }: { cart: Cart }) {
  const list = useRef<HTMLUListElement>(null);
  const items = itemsIn(cart);
  return (
    <div className="with-aside">
      <ul className="cart-lines" ref={list} tabIndex={-1} aria-label="Products in your cart">
        {cart.items.map((item) => (
          <CartLine key={item.product.id} item={item} onRemove={() => list.current?.focus()} />
        ))}
      </ul>
      <section className="summary" aria-label="Total">
        <p className="summary-row summary-total">
          <span>{items === 1 ? '1 item' : `${items} items`}</span>
          <output aria-live="polite">{formatPrice(cart.totalCents)}</output>
        </p>
        <p className="soft">Delivery is free.</p>
        <Link className="button button-large" href={pages.checkout}>
          Check out
        </Link>
        <Link className="button button-quiet" href={pages.catalogue}>
          Continue shopping
        </Link>
      </section>
    </div>
  );
}

function EmptyCart() {
  return (
    <EmptyState title="Your cart is empty">
      <p>
        <Link className="button" href={pages.catalogue}>
          Browse products
        </Link>
      </p>
    </EmptyState>
  );
}
