import type { Problem } from '../../api/problem';

/** The server answered with an error status. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    /** Seconds after which to try again, from `Retry-After`. */
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came, because of the network or the server. Whether the request arrived is unknown. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Reads the problem document of an error response. A body of another kind, such as a proxy's, gives a general problem. */
export async function problemErrorFrom(response: Response): Promise<ProblemError> {
  return new ProblemError(
    await readProblem(response),
    retryAfterSeconds(response.headers.get('retry-after')),
  );
}

async function readProblem(response: Response): Promise<Problem> {
  const unexplained: Problem = {
    type: 'about:blank',
    title: response.statusText || `The server answered ${response.status}`,
    status: response.status,
    instance: response.headers.get('x-request-id') ?? '',
  };
  if (!response.headers.get('content-type')?.includes('json')) return unexplained;
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? { ...unexplained, ...body } : unexplained;
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
