import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { forRequest } from '../observability/current-request';

/** No quotes, spaces, slashes or asterisks: an id is part of log lines, an answer's header and SQL comments. */
const wellFormed = /^[\w.=+:-]{8,128}$/;

/** The trace's id in `Self=1-…;Root=1-67891233-abcdef012345678912345678`. */
const traceRoot = /(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?=;|$)/i;

/**
 * The id that the nearest service in front of the server knows the request by, so that one id leads from the
 * access log of CloudFront (`x-edge-request-id`) or of the load balancer (`trace_id`) to log lines and
 * SQL statements. CloudFront replaces what a client sends in its header. Behind nothing, a client may choose the
 * id: that is why an id authorises nothing and is used only in this form.
 */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  return (
    accepted(headers['x-amz-cf-id']) ??
    traceRoot.exec(String(headers['x-amzn-trace-id'] ?? ''))?.[1] ??
    accepted(headers['x-request-id']) ??
    randomUUID()
  );
}

/** Node joins a header that came more than once with commas, which are not well-formed. */
function accepted(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && wellFormed.test(header) ? header : undefined;
}

/** Returns the id to the client, and keeps it for log lines and SQL statements of the request. */
export function carryRequestId(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    forRequest(request.id, done);
  });
}
