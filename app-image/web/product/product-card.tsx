import { Link } from 'wouter';
import type { ProductSummary } from '../../api/catalogue';
import { AddToCart } from '../cart/add-to-cart';
import { formatPrice } from '../catalogue/price';
import { productAddress } from '../navigation/addresses';
import { ProductPicture } from './product-picture';

interface ProductCardProps {
  product: ProductSummary;
  /** `row` shows the picture to the left of the text, for narrow places such as the chat. @default 'tile' */
  layout?: 'tile' | 'row';
  /** Level of its name among the page's headings. @default 'h2' */
  heading?: 'h2' | 'h3';
  onVisit?: () => void;
}

export function ProductCard({
  product,
  layout = 'tile',
  heading: Heading = 'h2',
  onVisit,
}: ProductCardProps) {
  const soldOut = product.stock === 0;
  return (
    <article className={`card card-${layout}`} data-sold-out={soldOut || undefined}>
      <ProductPicture picture={product.picture} decorative />
      <div className="card-words">
        <Heading className="card-name">
          {/* The style sheet stretches this link over the card, so that a card is one stop for the Tab key. */}
          <Link href={productAddress(product.slug)} onClick={onVisit}>
            {product.name}
          </Link>
        </Heading>
        <p className="card-price">
          {formatPrice(product.priceCents, product.currency)}
          {soldOut && <span className="card-sold-out"> · Sold out</span>}
        </p>
      </div>
      {!soldOut && <AddToCart product={product} look="small" />}
    </article>
  );
}
