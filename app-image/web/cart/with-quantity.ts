import type { ProductSummary } from '../../api/catalogue';
import type { Cart } from '../../api/shopping';

/** The cart with this quantity of the product; 0 removes it. */
export function withQuantity(cart: Cart, product: ProductSummary, quantity: number): Cart {
  const known = cart.items.some((item) => item.product.id === product.id);
  const all = known
    ? cart.items.map((item) => (item.product.id === product.id ? { ...item, quantity } : item))
    : [...cart.items, { product, quantity }];
  const items = all.filter((item) => item.quantity > 0);
  return { items, totalCents: items.reduce((sum, item) => sum + item.product.priceCents * item.quantity, 0) };
}
