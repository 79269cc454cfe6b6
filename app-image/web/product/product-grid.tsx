import type { ProductSummary } from '../../api/catalogue';
import { ProductCard } from './product-card';

interface ProductGridProps {
  products: readonly ProductSummary[];
  /** Level of the products' names below the heading before the grid. @default 'h2' */
  headings?: 'h2' | 'h3';
}

export function ProductGrid({ products, headings }: ProductGridProps) {
  return (
    <ul className="grid">
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} heading={headings} />
        </li>
      ))}
    </ul>
  );
}
