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
  const wait = waiting(error.retryAfterSeconds);
  switch (error.status) {
    case 404:
      return { title: 'We could not find that', detail: error.message, worthRetrying: false };
    case 429:
      return { title: 'That was a lot at once', detail: `Please try again ${wait}.`, worthRetrying: true };
    case 502:
    case 503:
    case 504:
      return {
        title: 'The shop is catching its breath',
        detail: `Please try again ${wait}.`,
        worthRetrying: true,
      };
    default:
      return {
        title: error.status >= 500 ? 'Something went wrong on our side' : error.problem.title,
        detail: error.status >= 500 ? 'Please try again in a moment.' : error.message,
        worthRetrying: error.status >= 500,
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
