import { QueryClient } from '@tanstack/react-query';
import { ProblemError, UnreachableError } from '../api/failures';

/** Longest `Retry-After`, in seconds, after which the page tries again by itself. */
const maxRetryAfterSeconds = 3;

/** Retries twice, and only when there was no answer or the server is back within seconds. */
export function shouldRetry(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  if (error instanceof UnreachableError) return true;
  return (
    error instanceof ProblemError &&
    error.status === 503 &&
    (error.retryAfterSeconds ?? Infinity) <= maxRetryAfterSeconds
  );
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, refetchOnWindowFocus: false },
      // By default, a purchase made offline would be sent later without the customer, when the network is back.
      mutations: { networkMode: 'always' },
    },
  });
}
