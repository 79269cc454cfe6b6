import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ProductPage } from '../../api/catalogue';
import { EmptyState } from '../feedback/empty-state';
import { FailureNotice } from '../feedback/failure-notice';
import { Loaded } from '../feedback/loaded';
import { Skeleton } from '../feedback/skeleton';
import { ProductGrid } from '../product/product-grid';

interface ProductListProps {
  query: UseInfiniteQueryResult<InfiniteData<ProductPage>>;
  onClearFilters: () => void;
}

export function ProductList({ query, onClearFilters }: ProductListProps) {
  return (
    <Loaded query={query} waiting={<WaitingGrid />}>
      {({ pages }) => {
        const products = pages.flatMap(({ items }) => items);
        if (products.length === 0) return <NoMatch onClearFilters={onClearFilters} />;
        return (
          <section aria-label="Products" aria-busy={query.isPlaceholderData}>
            <ProductGrid products={products} />
            <p className="visually-hidden" role="status">
              {query.isPlaceholderData ? '' : `Showing ${products.length} products`}
            </p>
            {query.isFetchNextPageError && (
              <FailureNotice error={query.error} onRetry={() => void query.fetchNextPage()} />
            )}
            {query.hasNextPage && !query.isFetchNextPageError && (
              <p className="more">
                <button
                  type="button"
                  className="button button-quiet"
                  aria-disabled={query.isFetchingNextPage}
                  onClick={() => void (query.isFetchingNextPage || query.fetchNextPage())}
                >
                  {query.isFetchingNextPage ? 'Loading more…' : 'Show more'}
                </button>
              </p>
            )}
          </section>
        );
      }}
    </Loaded>
  );
}

export function WaitingGrid() {
  return (
    <div className="grid">
      <Skeleton shape="card" count={8} />
    </div>
  );
}

function NoMatch({ onClearFilters }: { onClearFilters: () => void }) {
  return (
    <EmptyState title="No products match these filters">
      <p>
        <button type="button" className="button" onClick={onClearFilters}>
          Clear filters
        </button>
      </p>
    </EmptyState>
  );
}
