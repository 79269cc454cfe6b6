import type { ProductSummary } from '../../api/catalogue';
import type { Cart } from '../../api/shopping';

/** The cart as it will be with this many of the product; 0 takes it out. */
export function withQuantity(cart: Cart, product: ProductSummary, quantity: number): Cart {
  const known = cart.items.some((item) => item.product.id === product.id);
  const all = known
    ? cart.items.map((item) => (item.product.id === product.id ? { ...item, quantity } : item))
    : [...cart.items, { product, quantity }];
  const items = all.filter((item) => item.quantity > 0);
  return { items, totalCents: items.reduce((sum, item) => sum + item.product.priceCents * item.quantity, 0) };
}
