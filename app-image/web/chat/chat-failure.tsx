import { ProblemError } from '../api/failures';
import { describeFailure, waiting } from '../feedback/describe-failure';

interface ChatFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** Why there is no answer, and when there will be one; the shop itself goes on. */
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
    if (error.status === 429) return `That was a lot of questions at once. I can listen again ${when}.`;
    if (error.status >= 500)
      return `The assistant is having a break. Please ask again ${when}; search works meanwhile.`;
  }
  const { title, detail } = describeFailure(error);
  return `${title}. ${detail}`;
}
