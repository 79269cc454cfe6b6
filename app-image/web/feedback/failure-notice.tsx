import { describeFailure } from './describe-failure';

interface FailureNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const { title, detail, worthRetrying } = describeFailure(error);
  return (
    <div className="notice notice-failure" role="alert">
      <p>
        <strong>{title}.</strong> {detail}
      </p>
      {worthRetrying && onRetry && (
        <button type="button" className="button button-quiet" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
