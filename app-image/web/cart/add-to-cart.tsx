import type { ProductSummary } from '../../api/catalogue';
import { describeFailure } from '../feedback/describe-failure';
import { useAnnounce } from '../feedback/announcer';
import { Icon } from '../layout/icon';
import { pages } from '../navigation/addresses';
import { quantityOf, useCart, useSetQuantity } from './use-cart';

interface AddToCartProps {
  product: ProductSummary;
  /** @default 1 */
  quantity?: number;
  look: 'small' | 'large';
}

const most = 99;

export function AddToCart({ product, quantity = 1, look }: AddToCartProps) {
  const { data: cart } = useCart();
  const setQuantity = useSetQuantity();
  const announce = useAnnounce();
  const already = quantityOf(cart, product.id);

  const add = () => {
    const wanted = Math.min(already + quantity, product.stock, most);
    if (wanted === already) {
      announce(`Your cart already has all ${already} in stock`, { to: pages.cart, label: 'View cart' });
      return;
    }
    setQuantity.mutate(
      { product, quantity: wanted },
      {
        onSuccess: () => announce(`${product.name} is in your cart`, { to: pages.cart, label: 'View cart' }),
        onError: (error) => {
          const { title, detail } = describeFailure(error);
          announce(`${product.name} was not added to your cart. ${title}. ${detail}`);
        },
      },
    );
  };

  if (look === 'small') {
    return (
      <button type="button" className="card-add" aria-label={`Add ${product.name} to cart`} onClick={add}>
        <Icon name="plus" />
      </button>
    );
  }
  return (
    <button type="button" className="button button-large" onClick={add}>
      <Icon name="cart" /> Add to cart
    </button>
  );
}
