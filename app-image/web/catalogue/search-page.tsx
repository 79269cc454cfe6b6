import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchResult } from '../../api/catalogue';
import { useChat } from '../chat/chat-context';
import { EmptyState } from '../feedback/empty-state';
import { Loaded } from '../feedback/loaded';
import { Icon } from '../layout/icon';
import { Page } from '../layout/page';
import { useQueryState } from '../navigation/use-query-state';
import { ProductGrid } from '../product/product-grid';
import { useShop } from '../session/session-context';
import { WaitingGrid } from './product-list';

export function SearchPage() {
  const shop = useShop();
  const [{ q = '' }] = useQueryState();
  const query = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => shop.search(q, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  if (q === '') {
    return (
      <Page title="Search">
        <EmptyState title="What are you looking for?">Describe it in the search field above.</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={`Results for “${q}”`}>
      <Loaded query={query} waiting={<WaitingGrid />}>
        {(result) => <Results q={q} result={result} stale={query.isPlaceholderData} />}
      </Loaded>
    </Page>
  );
}

interface ResultsProps {
  q: string;
  result: SearchResult;
  /** Whether these are the results of the words before, while those of `q` are loading. */
  stale: boolean;
}

function Results({ q, result: { items, mode }, stale }: ResultsProps) {
  const chat = useChat();
  return (
    <section aria-label="Search results" aria-busy={stale}>
      <p className="results-count" role="status">
        {stale ? 'Searching…' : items.length === 1 ? '1 product' : `${items.length} products`}
      </p>
      {mode === 'text' && (
        <p className="notice">
          Search by meaning is not available right now. These products contain your exact words.
        </p>
      )}
      {items.length > 0 ? (
        <ProductGrid products={items} />
      ) : (
        <EmptyState title="No products found">
          <p>Try fewer or different words, or ask the assistant.</p>
          <p>
            <button type="button" className="button" onClick={() => chat.ask(q)}>
              <Icon name="spark" /> Ask the assistant
            </button>
          </p>
        </EmptyState>
      )}
    </section>
  );
}
