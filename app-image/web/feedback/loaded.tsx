import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from './failure-notice';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Shown while there is nothing else: the shape of what comes. */
  waiting: ReactNode;
  children: (data: T) => ReactNode;
}

/** What a query holds: its data as soon as there is any, its failure only when there is none. */
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
