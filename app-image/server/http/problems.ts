import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { STATUS_CODES } from 'node:http';
import type { Problem } from '../../api/problem';
import { EmailTakenError } from '../accounts/accounts';
import { AnswerBroken, AssistantUnavailable } from '../assistant/assistant';
import { InvalidCursorError } from '../catalogue/cursor';
import { errorCode, property } from '../error-code';
import type { ErrorTracker } from '../observability/error-tracker';
import { UnavailableError } from '../resilience/unavailable';
import { ForeignCartError, UnknownProductError } from '../shopping/carts';
import { EmptyCartError, KeyReusedError, OutOfStockError } from '../shopping/place-order';

/** An answer that is not a success, thrown by a route or a hook. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly detail?: string,
    readonly extra: Pick<Problem, 'errors'> & {
      readonly type?: string;
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(detail ?? STATUS_CODES[status] ?? 'problem');
  }
}

/** Every failure becomes a problem document (RFC 9457); an unexpected error becomes a 500 without details. */
export function answerWithProblems(app: FastifyInstance, errors: ErrorTracker): void {
  app.setErrorHandler((error, request, reply) =>
    sendProblem(request, reply, reportedProblem(error, request, errors)),
  );
}

/** What the client is told of a failure. Logs one of the server, and reports one that nothing foresaw. */
export function reportedProblem(error: unknown, request: FastifyRequest, errors: ErrorTracker): ProblemError {
  const problem = problemOf(error);
  if (problem.status >= 500) {
    request.log.error({ err: error }, 'request failed');
    if (problem.status === 500)
      errors.report(error, { requestId: request.id, route: request.routeOptions.url });
  }
  return problem;
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
): FastifyReply {
  const { retryAfterSeconds } = problem.extra;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemDocument(request, problem));
}

export function problemDocument({ id }: FastifyRequest, { status, detail, extra }: ProblemError): Problem {
  const { errors, type = 'about:blank' } = extra;
  return { type, title: STATUS_CODES[status] ?? 'Problem', status, detail, instance: id, errors };
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? 'body';
    const errors = error.validation.map(({ instancePath, message }) => ({
      path: [where, ...instancePath.split('/').filter(Boolean)].join('.'),
      message: message ?? 'is not valid',
    }));
    return new ProblemError(400, 'The request is not valid.', { type: '/problems/validation', errors });
  }
  return domainProblem(error) ?? platformProblem(error);
}

function domainProblem(error: unknown): ProblemError | undefined {
  if (error instanceof InvalidCursorError)
    return new ProblemError(400, error.message, {
      errors: [{ path: 'querystring.cursor', message: 'is not a cursor of this list' }],
    });
  if (error instanceof EmailTakenError)
    return new ProblemError(409, 'An account with this e-mail address already exists.', {
      type: '/problems/email-taken',
    });
  if (error instanceof UnknownProductError) return new ProblemError(404, 'This product does not exist.');
  if (error instanceof ForeignCartError) return new ProblemError(403, 'This cart belongs to an account.');
  if (error instanceof EmptyCartError)
    return new ProblemError(409, 'The cart is empty.', { type: '/problems/empty-cart' });
  if (error instanceof KeyReusedError)
    return new ProblemError(422, 'This Idempotency-Key was already used for another request.', {
      type: '/problems/key-reused',
    });
  if (error instanceof OutOfStockError)
    return new ProblemError(409, 'Some products in the cart are no longer available in this quantity.', {
      type: '/problems/out-of-stock',
      errors: error.products.map(({ name, left }) => ({ path: name, message: `${left} left` })),
    });
  if (error instanceof AssistantUnavailable)
    return new ProblemError(
      503,
      'The assistant is not available right now. Search and orders work as usual.',
      {
        type: '/problems/assistant-unavailable',
        retryAfterSeconds: error.retryAfterSeconds,
      },
    );
  if (error instanceof AnswerBroken)
    return new ProblemError(502, 'The answer stopped before it was complete. Please ask again.', {
      type: '/problems/answer-broken',
    });
  if (error instanceof UnavailableError)
    return new ProblemError(
      503,
      error.detail ?? 'This is not available right now. Please try again in a moment.',
      {
        type: '/problems/unavailable',
        retryAfterSeconds: error.retryAfterSeconds,
      },
    );
  return undefined;
}

/**
 * What Fastify and its plugins refuse. Only their own texts are passed on: the message of any other error
 * may hold internals or what another customer sent.
 */
function platformProblem(error: unknown): ProblemError {
  const status = property(error, 'statusCode');
  if (typeof status !== 'number' || status < 400 || status >= 500)
    return new ProblemError(500, 'An unexpected error occurred. Please try again later.');
  const own = error instanceof Error && errorCode(error)?.startsWith('FST_');
  return new ProblemError(status, own ? error.message : undefined);
}
