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
        <EmptyState title="What are you looking for?">Type it above, in your own words.</EmptyState>
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
  /** Results of the words before, while those of `q` are on their way. */
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
          Search by meaning is having a rest. For now we look for your exact words in names and descriptions.
        </p>
      )}
      {items.length > 0 ? (
        <ProductGrid products={items} />
      ) : (
        <EmptyState title="Nothing found for these words">
          <p>Try fewer or other words, or let the assistant look.</p>
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
