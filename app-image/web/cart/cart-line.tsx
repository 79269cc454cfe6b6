import { Link } from 'wouter';
import type { Cart } from '../../api/shopping';
import { formatPrice } from '../catalogue/price';
import { useAnnounce } from '../feedback/announcer';
import { productAddress } from '../navigation/addresses';
import { ProductPicture } from '../product/product-picture';
import { QuantityStepper } from './quantity-stepper';
import { useSetQuantity } from './use-cart';
import { useSettledQuantity } from './use-settled-quantity';

interface CartLineProps {
  item: Cart['items'][number];
  /** Called before the line is removed, so that the focus can move to another element. */
  onRemove: () => void;
}

export function CartLine({ item: { product, quantity }, onRemove }: CartLineProps) {
  const setQuantity = useSetQuantity();
  const announce = useAnnounce();
  const settled = useSettledQuantity(quantity, (wanted, onSettled) =>
    setQuantity.mutate({ product, quantity: wanted }, { onSettled }),
  );
  const remove = () => {
    settled.forget();
    onRemove();
    setQuantity.mutate({ product, quantity: 0 });
    announce(`${product.name} was removed from your cart`);
  };
  return (
    <li className="cart-line">
      <ProductPicture picture={product.picture} decorative />
      <div className="cart-line-words">
        <Link className="cart-line-name" href={productAddress(product.slug)}>
          {product.name}
        </Link>
        <p className="soft">{formatPrice(product.priceCents, product.currency)} each</p>
        {quantity > product.stock && (
          <p className="stock stock-low">
            {product.stock === 0
              ? 'Now sold out. Please remove it.'
              : `Only ${product.stock} left. Please reduce the quantity.`}
          </p>
        )}
      </div>
      <QuantityStepper
        label={`Quantity of ${product.name}`}
        quantity={settled.shown}
        least={1}
        most={Math.min(Math.max(product.stock, 1), 99)}
        onChange={settled.press}
      />
      <p className="cart-line-total">{formatPrice(product.priceCents * settled.shown, product.currency)}</p>
      <button type="button" className="link-button" onClick={remove}>
        Remove<span className="visually-hidden"> {product.name}</span>
      </button>
    </li>
  );
}
