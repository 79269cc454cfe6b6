import type { Cart } from '../../api/shopping';
import { formatPrice } from '../catalogue/price';

export function OrderSummary({ cart }: { cart: Cart }) {
  return (
    <section className="summary" aria-labelledby="order-summary">
      <h2 id="order-summary">Your order</h2>
      <ul className="summary-lines">
        {cart.items.map(({ product, quantity }) => (
          <li key={product.id} className="summary-row">
            <span>
              {quantity} × {product.name}
            </span>
            <span>{formatPrice(product.priceCents * quantity, product.currency)}</span>
          </li>
        ))}
      </ul>
      <p className="summary-row">
        <span>Delivery</span>
        <span>Free</span>
      </p>
      <p className="summary-row summary-total">
        <span>Total</span>
        <span>{formatPrice(cart.totalCents)}</span>
      </p>
    </section>
  );
}
