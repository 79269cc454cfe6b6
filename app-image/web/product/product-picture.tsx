import type { pictureWidths, ProductSummary } from '../../api/catalogue';

/** Spelt out again because the contract's file would bring zod into the bundle; the type keeps both alike. */
const widths: typeof pictureWidths = [320, 640, 960];
const [smallest, middle] = widths;

interface ProductPictureProps {
  picture: ProductSummary['picture'];
  /** How wide it is shown, as in the `sizes` attribute; the browser picks the file by it. */
  sizes: string;
  /** Load at once instead of when it scrolls into view: for the one picture a page is about. */
  eager?: boolean;
  /** Where the name stands right beside it, repeating it would only be noise to a listener. */
  decorative?: boolean;
}

export function ProductPicture({ picture, sizes, eager = false, decorative = false }: ProductPictureProps) {
  const fileOf = (width: number, type: 'avif' | 'webp') =>
    `/assets/pictures/${picture.name}-${width}.${type}`;
  const sources = (type: 'avif' | 'webp') =>
    widths.map((width) => `${fileOf(width, type)} ${width}w`).join(', ');
  return (
    <picture className="product-picture">
      <source type="image/avif" srcSet={sources('avif')} sizes={sizes} />
      <img
        src={fileOf(smallest, 'webp')}
        srcSet={sources('webp')}
        sizes={sizes}
        alt={decorative ? '' : picture.alt}
        width={middle}
        height={middle}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  );
}
