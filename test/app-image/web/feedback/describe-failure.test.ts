import { ProblemError, UnreachableError } from '../../../../app-image/web/api/failures';
import { explain } from '../../../../app-image/web/chat/chat-failure';
import { describeFailure, waiting } from '../../../../app-image/web/feedback/describe-failure';
import { shouldRetry } from '../../../../app-image/web/feedback/query-client';

function problem(status: number, retryAfterSeconds?: number, type = 'about:blank'): ProblemError {
  return new ProblemError(
    { type, title: 'Conflict', status, detail: 'Because.', instance: 'r' },
    retryAfterSeconds,
  );
}

describe('the message for a failure', () => {
  it('names the wait when the server does', () => {
    expect(describeFailure(problem(429, 40)).detail).toBe('Please try again in 40 seconds.');
    expect(describeFailure(problem(503)).detail).toBe('Please try again in a moment.');
  });

  it('is never the title of a status code', () => {
    for (const status of [400, 404, 409, 422, 429, 500, 503]) {
      expect(describeFailure(problem(status)).title).not.toBe('Conflict');
    }
  });

  it('offers to try again only where that can help', () => {
    expect(
      [400, 404, 409, 422].map((status) => describeFailure(problem(status)).worthRetrying),
    ).not.toContain(true);
    expect([429, 500, 503].map((status) => describeFailure(problem(status)).worthRetrying)).not.toContain(
      false,
    );
    expect(describeFailure(new UnreachableError('away')).worthRetrying).toBe(true);
  });

  it('names the products that are out of stock', () => {
    const error = new ProblemError({
      type: '/problems/out-of-stock',
      title: 'Conflict',
      status: 409,
      instance: 'r',
      errors: [{ path: 'Teapot', message: '1 left' }],
    });
    expect(describeFailure(error).detail).toContain('Teapot (1 left)');
  });

  it('says when to ask the assistant again', () => {
    expect(explain(problem(429, 12))).toContain('in 12 seconds');
    expect(explain(problem(503, 30))).toContain('not available right now');
  });
});

it.each([
  [undefined, 'in a moment'],
  [1, 'in a moment'],
  [89, 'in 89 seconds'],
  [90, 'in 2 minutes'],
  [3600, 'in 60 minutes'],
  [86_400, 'in 24 hours'],
])('a wait of %s s is "%s"', (seconds, words) => {
  expect(waiting(seconds)).toBe(words);
});

describe('the page tries again by itself', () => {
  it('when there was no answer, or the server is back within seconds', () => {
    expect(shouldRetry(0, new UnreachableError('away'))).toBe(true);
    expect(shouldRetry(0, problem(503, 1))).toBe(true);
  });

  it('not when the wait is long, the answer is final, or two retries failed', () => {
    expect(shouldRetry(0, problem(503, 30))).toBe(false);
    expect(shouldRetry(0, problem(429, 1))).toBe(false);
    expect(shouldRetry(0, problem(404))).toBe(false);
    expect(shouldRetry(2, new UnreachableError('away'))).toBe(false);
  });
});
