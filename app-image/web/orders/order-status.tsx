import type { Order } from '../../api/shopping';

const words: Readonly<Record<Order['status'], string>> = {
  placed: 'Placed',
  shipped: 'Shipped',
  cancelled: 'Cancelled',
};

export function OrderStatus({ status }: { status: Order['status'] }) {
  return <span className={`badge badge-${status}`}>{words[status]}</span>;
}
