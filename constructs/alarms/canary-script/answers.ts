/** What a step of the canary found. Its message is shown beside the failed run. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export type Ask = (path: string, request?: { readonly json: object }) => Promise<Answer>;

/** Milliseconds for one answer with its body. The chat streams for longer than a page. */
const answerMs = 15_000;

/** Asks one server, over HTTP. An error names the path, what was found and what must hold. */
export function asking(url: string, limitMs = answerMs): Ask {
  return async (path, request) => {
    const answer = await fetch(new URL(path, url), {
      headers: { 'user-agent': 'InsightShop-Canary', ...(request && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(limitMs),
      ...(request && { method: 'POST', body: JSON.stringify(request.json) }),
    }).catch((problem: unknown) => {
      throw new StepError(`${path} did not answer within ${limitMs / 1000} s: ${reasonOf(problem)}`);
    });
    const body = await answer.text().catch((problem: unknown) => {
      throw new StepError(`${path} broke off: ${reasonOf(problem)}`);
    });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body };
  };
}

function reasonOf(problem: unknown): string {
  const { message = 'unknown error', cause } = problem as { message?: string; cause?: { code?: string } };
  return cause?.code ?? message;
}

/** @throws {StepError} when the answer has another status or content type */
export function must(path: string, answer: Answer, type: RegExp): Answer {
  if (answer.status !== 200) throw new StepError(`${path} answered ${answer.status}; it must answer 200.`);
  if (!type.test(answer.type))
    throw new StepError(
      `${path} has the content type ${answer.type || 'none'}; it must match ${type.source}.`,
    );
  return answer;
}

/** @throws {StepError} when the body is not JSON */
export function jsonOf(path: string, { body }: Answer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new StepError(`${path} did not answer with JSON.`);
  }
}
