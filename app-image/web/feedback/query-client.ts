import { QueryClient } from '@tanstack/react-query';
import { ProblemError, UnreachableError } from '../api/failures';

const patienceSeconds = 3;

/** Asks again by itself only where that can help soon: no answer at all, or "back in a moment". */
export function worthAskingAgain(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  if (error instanceof UnreachableError) return true;
  return (
    error instanceof ProblemError &&
    error.status === 503 &&
    (error.retryAfterSeconds ?? Infinity) <= patienceSeconds
  );
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthAskingAgain, refetchOnWindowFocus: false },
      // A purchase must never be sent later by itself, when the network is back.
      mutations: { networkMode: 'always' },
    },
  });
}
