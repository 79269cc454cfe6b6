import { useQuery } from '@tanstack/react-query';
import type { ProductSummary } from '../../api/catalogue';
import { useShop } from '../session/session-context';
import { ProductGrid } from './product-grid';

const shown = 4;

/** Up to four more products of the same category. Shows nothing when there are none or they do not load. */
export function RelatedProducts({ product }: { product: ProductSummary }) {
  const shop = useShop();
  const filters = { category: product.category, inStock: true, limit: shown + 1 };
  const { data } = useQuery({
    queryKey: ['products', 'related', filters],
    queryFn: ({ signal }) => shop.products(filters, signal),
  });
  const others = data?.items.filter(({ id }) => id !== product.id).slice(0, shown) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related-products">
      <h2 id="related-products">More from this category</h2>
      <ProductGrid products={others} headings="h3" />
    </section>
  );
}
