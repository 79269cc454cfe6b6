import { ProblemError, UnreachableError } from '../api/failures';

interface Failure {
  title: string;
  detail: string;
  /** Whether the same request may succeed later. */
  worthRetrying: boolean;
}

/** The message for an error: what happened, then what to do. */
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
  if (error.status === 429) return later('Too many requests', error);
  if ([502, 503, 504].includes(error.status)) return later('The shop is not available right now', error);
  if (error.status >= 500) return later('Something went wrong on our side', error);
  return { ...explained(error), worthRetrying: false };
}

function later(title: string, { retryAfterSeconds }: ProblemError): Failure {
  return { title, detail: `Please try again ${waiting(retryAfterSeconds)}.`, worthRetrying: true };
}

/** Messages for known kinds of problem; for others, the server's detail. */
function explained({ problem, message }: ProblemError): Omit<Failure, 'worthRetrying'> {
  switch (problem.type) {
    case '/problems/out-of-stock': {
      const products = (problem.errors ?? []).map((entry) => `${entry.path} (${entry.message})`).join(', ');
      return {
        title: 'Not enough in stock',
        detail: `Your cart has more than we have of: ${products}. Please reduce the quantity.`,
      };
    }
    case '/problems/validation':
      return { title: 'Some fields are not valid', detail: 'Please correct the marked fields.' };
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
