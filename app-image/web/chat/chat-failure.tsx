import { ProblemError } from '../api/failures';
import { describeFailure, waiting } from '../feedback/describe-failure';

interface ChatFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** Says why there is no answer and when to ask again. */
export function ChatFailure({ error, onRetry }: ChatFailureProps) {
  return (
    <div className="notice notice-failure">
      <p>{explain(error)}</p>
      <button type="button" className="button button-quiet" onClick={onRetry}>
        Ask again
      </button>
    </div>
  );
}

export function explain(error: unknown): string {
  if (error instanceof ProblemError) {
    const when = waiting(error.retryAfterSeconds);
    if (error.status === 429) return `You have asked too many questions. Please ask again ${when}.`;
    if (error.status >= 500)
      return `The assistant is not available right now. Please ask again ${when}. Search still works.`;
  }
  const { title, detail } = describeFailure(error);
  return `${title}. ${detail}`;
}
