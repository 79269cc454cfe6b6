import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Page } from '../layout/page';
import { useQueryState } from '../navigation/use-query-state';
import { useShop } from '../session/session-context';
import { CatalogueFilters } from './catalogue-filters';
import { CategoryNav } from './category-nav';
import { ProductList } from './product-list';
import { useCategoryName } from './use-categories';
import { Welcome } from './welcome';

const cents = (dollars: string | undefined) => (dollars ? Number(dollars) * 100 : undefined);

export function CataloguePage() {
  const shop = useShop();
  const [state, change] = useQueryState();
  const { category, sort, minPrice, maxPrice, inStock } = state;
  const filters = {
    category,
    sort,
    inStock,
    minPriceCents: cents(minPrice),
    maxPriceCents: cents(maxPrice),
  };
  const products = useInfiniteQuery({
    queryKey: ['products', 'list', filters],
    queryFn: ({ pageParam, signal }) => shop.products({ ...filters, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const categoryName = useCategoryName(category ?? '');

  return (
    <Page
      title={category ? categoryName : 'Things worth keeping'}
      documentTitle={category ? categoryName : 'All products'}
    >
      {!category && <Welcome />}
      <div className="catalogue">
        <div className="catalogue-aside">
          <CategoryNav selected={category} />
          <CatalogueFilters
            values={{
              sort: sort ?? '',
              minPrice: minPrice ?? '',
              maxPrice: maxPrice ?? '',
              inStock: inStock ?? '',
            }}
            onChange={change}
          />
        </div>
        <ProductList
          query={products}
          onClearFilters={() => change({ minPrice: '', maxPrice: '', inStock: '' })}
        />
      </div>
    </Page>
  );
}
