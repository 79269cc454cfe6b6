import { useState } from 'react';
import { Link } from 'wouter';
import type { Product } from '../../api/catalogue';
import { AddToCart } from '../cart/add-to-cart';
import { QuantityStepper } from '../cart/quantity-stepper';
import { useCategoryName } from '../catalogue/use-categories';
import { formatPrice } from '../catalogue/price';
import { useChat } from '../chat/chat-context';
import { Icon } from '../layout/icon';
import { categoryAddress } from '../navigation/addresses';
import { StockNote } from './stock-note';

export function ProductBuyBox({ product }: { product: Product }) {
  const [quantity, setQuantity] = useState(1);
  const categoryName = useCategoryName(product.category);
  const chat = useChat();
  return (
    <div className="buy-box">
      <p className="buy-box-category">
        <Link href={categoryAddress(product.category)}>{categoryName}</Link>
      </p>
      <p className="buy-box-price">{formatPrice(product.priceCents, product.currency)}</p>
      <StockNote stock={product.stock} />
      {product.stock > 0 && (
        <div className="buy-box-actions">
          <QuantityStepper
            label={`Quantity of ${product.name}`}
            quantity={quantity}
            least={1}
            most={Math.min(product.stock, 99)}
            onChange={setQuantity}
          />
          <AddToCart product={product} quantity={quantity} look="large" />
        </div>
      )}
      <button
        type="button"
        className="button button-quiet"
        onClick={() => chat.openWith(`Tell me more about “${product.name}”.`)}
      >
        <Icon name="spark" /> Ask about this product
      </button>
    </div>
  );
}
