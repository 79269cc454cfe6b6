import { ProblemError, UnreachableError } from '../api/failures';

export interface Failure {
  title: string;
  detail: string;
  /** Whether the same request may succeed later. */
  worthRetrying: boolean;
}

/** What a customer is told about an error: what happened and what to do, in that order. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UnreachableError) {
    return {
      title: 'We could not reach the shop',
      detail: 'Check your connection, then try again.',
      worthRetrying: true,
    };
  }
  if (!(error instanceof ProblemError)) {
    return { title: 'Something went wrong', detail: 'Please try again.', worthRetrying: true };
  }
  if (error.status === 429) return later('That was a lot at once', error);
  if ([502, 503, 504].includes(error.status)) return later('The shop is catching its breath', error);
  if (error.status >= 500) return later('Something went wrong on our side', error);
  return { ...explained(error), worthRetrying: false };
}

function later(title: string, { retryAfterSeconds }: ProblemError): Failure {
  return { title, detail: `Please try again ${waiting(retryAfterSeconds)}.`, worthRetrying: true };
}

/** The kinds of problem that deserve words of their own; the server's detail explains the rest. */
function explained({ problem, message }: ProblemError): Omit<Failure, 'worthRetrying'> {
  switch (problem.type) {
    case '/problems/out-of-stock': {
      const products = (problem.errors ?? []).map((entry) => `${entry.path} (${entry.message})`).join(', ');
      return {
        title: 'Somebody was faster',
        detail: `We no longer have enough of: ${products}. Please adjust your cart.`,
      };
    }
    case '/problems/validation':
      return { title: 'Not quite yet', detail: 'Please look at what is marked.' };
    case '/problems/signed-out':
      return { title: 'You have been signed out', detail: 'Please sign in again.' };
    default:
      return {
        title: problem.status === 404 ? 'We could not find that' : 'That did not work',
        detail: message,
      };
  }
}

/** "in 40 seconds", "in 3 minutes", "in a moment" when the server did not say. */
export function waiting(seconds: number | undefined): string {
  if (seconds === undefined || seconds < 2) return 'in a moment';
  if (seconds < 90) return `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
