import { useQuery } from '@tanstack/react-query';
import type { Product } from '../../api/catalogue';
import { ProblemError } from '../api/failures';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { NotFoundPage } from '../layout/not-found-page';
import { Page } from '../layout/page';
import { useShop } from '../session/session-context';
import { ProductBuyBox } from './product-buy-box';
import { ProductPicture } from './product-picture';
import { RelatedProducts } from './related-products';

export function ProductPage({ slug }: { slug: string }) {
  const shop = useShop();
  const query = useQuery({
    queryKey: ['product', slug],
    queryFn: ({ signal }) => shop.product(slug, signal),
  });
  if (query.error instanceof ProblemError && query.error.status === 404) {
    return (
      <NotFoundPage title="This product is no longer available">
        <p>It may have been removed, or its address has changed.</p>
      </NotFoundPage>
    );
  }
  return (
    <Loaded query={query} waiting={<WaitingProduct />}>
      {(product) => <ProductDetails product={product} key={product.id} />}
    </Loaded>
  );
}

function ProductDetails({ product }: { product: Product }) {
  return (
    <Page title={product.name}>
      <div className="product">
        <ProductPicture picture={product.picture} eager />
        <ProductBuyBox product={product} />
        <section className="product-about" aria-labelledby="about-product">
          <h2 id="about-product">About this product</h2>
          <p>{product.description}</p>
          {product.details.length > 0 && (
            <dl className="facts">
              {product.details.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      </div>
      <RelatedProducts product={product} />
    </Page>
  );
}

function WaitingProduct() {
  return (
    <div className="page page-wide product">
      <Skeleton shape="block" />
      <div>
        <Skeleton shape="line" count={5} />
      </div>
    </div>
  );
}
