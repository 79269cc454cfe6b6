import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from './failure-notice';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Shown while the data is loading. */
  waiting: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows the data of a query; while there is none, its failure or that it is loading. */
export function Loaded<T>({ query, waiting, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading…
      </p>
      {waiting}
    </div>
  );
}
