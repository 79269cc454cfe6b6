import { Link } from 'wouter';
import type { Order } from '../../api/shopping';
import { formatPrice } from '../catalogue/price';
import { orderAddress } from '../navigation/addresses';
import { OrderStatus } from './order-status';
import { formatDay } from './format-day';

export function OrderCard({ order }: { order: Order }) {
  return (
    <article className="order-card">
      <div>
        <h2 className="order-card-day">
          <Link href={orderAddress(order.id)}>
            <span className="visually-hidden">Order of </span>
            {formatDay(order.placedAt)}
          </Link>
        </h2>
        <p className="soft">{order.items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ')}</p>
      </div>
      <OrderStatus status={order.status} />
      <p className="order-card-total">{formatPrice(order.totalCents)}</p>
    </article>
  );
}
