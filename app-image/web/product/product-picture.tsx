import type { ProductSummary } from '../../api/catalogue';
import { pictureAddress } from './picture-address';

/** Side of a picture in pixels. The style sheet scales it; the browser reserves a square before it loads. */
const side = 400;

interface ProductPictureProps {
  picture: ProductSummary['picture'];
  /** Loads at once instead of when it scrolls into view: for the main picture of a page. @default false */
  eager?: boolean;
  /** Has no alternative text, because the name of the product is next to it. @default false */
  decorative?: boolean;
}

export function ProductPicture({ picture, eager = false, decorative = false }: ProductPictureProps) {
  const address = pictureAddress(picture.name);
  return (
    <div className="product-picture">
      {address && (
        <img
          src={address}
          alt={decorative ? '' : picture.alt}
          width={side}
          height={side}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
        />
      )}
    </div>
  );
}
