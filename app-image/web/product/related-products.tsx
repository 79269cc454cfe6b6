import { useQuery } from '@tanstack/react-query';
import type { ProductSummary } from '../../api/catalogue';
import { useShop } from '../session/session-context';
import { ProductGrid } from './product-grid';

const shown = 4;

/** A few more of the same category. Stays away when there are none, or when they do not load: nobody came for them. */
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
      <h2 id="related-products">From the same shelf</h2>
      <ProductGrid products={others} headings="h3" />
    </section>
  );
}
