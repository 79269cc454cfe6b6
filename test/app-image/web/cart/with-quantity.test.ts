import type { ProductSummary } from '../../../../app-image/api/catalogue';
import type { Cart } from '../../../../app-image/api/shopping';
import { withQuantity } from '../../../../app-image/web/cart/with-quantity';

function product(id: number, priceCents: number): ProductSummary {
  const name = `Product ${id}`;
  return {
    id,
    slug: `p${id}`,
    name,
    category: 'c',
    priceCents,
    currency: 'USD',
    stock: 9,
    picture: { name, alt: name },
  };
}

const mug = product(1, 1400);
const pan = product(2, 5400);
const cart: Cart = { items: [{ product: mug, quantity: 2 }], totalCents: 2800 };

describe('a cart shown before the server has answered', () => {
  it('has a product that was added', () => {
    expect(withQuantity(cart, pan, 1)).toEqual({
      items: [
        { product: mug, quantity: 2 },
        { product: pan, quantity: 1 },
      ],
      totalCents: 8200,
    });
  });

  it('keeps the place of a product whose quantity changes', () => {
    const both = withQuantity(cart, pan, 1);
    const changed = withQuantity(both, mug, 5);
    expect(changed.items.map((item) => [item.product.id, item.quantity])).toEqual([
      [1, 5],
      [2, 1],
    ]);
    expect(changed.totalCents).toBe(12_400);
  });

  it('no longer has a product with quantity 0', () => {
    expect(withQuantity(cart, mug, 0)).toEqual({ items: [], totalCents: 0 });
  });
});
