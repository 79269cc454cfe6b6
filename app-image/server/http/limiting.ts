import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import type { Metrics } from '../observability/metrics';
import type { LimitClass } from '../rate-limits/limits';
import type { Decision, RateLimit, RateLimiter } from '../rate-limits/rate-limiter';
import { ProblemError } from './problems';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** @default `read` for GET and HEAD, `write` for everything else */
    limit?: LimitClass;
  }
}

/** R4, C12: asks the limiter before anything else is done for a request. */
export function limitRates(
  app: FastifyInstance,
  limiter: RateLimiter,
  limits: Record<LimitClass, readonly RateLimit[]>,
  metrics: Metrics,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const applying = limits[limitClass(request)];
    if (applying.length === 0) return;
    const decision = await limiter.take(clientOf(request.ip), applying);
    announce(reply, decision);
    if (decision.allowed) return;
    metrics.count('ThrottledRequests');
    const exhausted = decision.states.filter(({ remaining }) => remaining === 0);
    throw new ProblemError(429, 'Too many requests. Please wait a moment.', {
      type: '/problems/too-many-requests',
      retryAfterSeconds: Math.max(1, ...exhausted.map(({ resetMs }) => resetMs / 1000)),
    });
  });
}

function limitClass(request: FastifyRequest): LimitClass {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return request.routeOptions.config.limit ?? (reads ? 'read' : 'write');
}

/**
 * The address the last trusted proxy saw. An IPv6 customer owns a whole /64, so that is what counts:
 * otherwise one machine would have 2^64 allowances.
 */
export function clientOf(ip: string): string {
  const address = ip.replace(/^::ffff:/i, '');
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':') + '::/64';
}

/** The fields of draft-ietf-httpapi-ratelimit-headers, for the limit that is nearest to its end. */
function announce(reply: FastifyReply, { states }: Decision): void {
  const [tightest] = [...states].sort((a, b) => a.remaining - b.remaining);
  if (!tightest) return;
  void reply.headers({
    'ratelimit-policy': states
      .map(({ limit }) => `"${limit.name}";q=${limit.most};w=${limit.windowSeconds}`)
      .join(', '),
    'ratelimit-limit': String(tightest.limit.most),
    'ratelimit-remaining': String(tightest.remaining),
    'ratelimit-reset': String(Math.ceil(tightest.resetMs / 1000)),
  });
}
