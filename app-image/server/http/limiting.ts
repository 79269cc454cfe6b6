import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import type { ClassLimits, LimitClass } from '../rate-limits/limits';
import type { Decision, LimitState, RateLimiter } from '../rate-limits/rate-limiter';
import { knownCustomer } from './identity';
import { ProblemError } from './problems';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** @default `read` for GET, HEAD and OPTIONS, `sign-in`, the strictest, for everything else */
    limit?: LimitClass;
  }
}

/** R4, C12: the limiter decides before anything else is done for a request. */
export function limitRates(
  app: FastifyInstance,
  limiter: RateLimiter,
  limits: Record<LimitClass, ClassLimits>,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const decision = await decide(request, limiter, limits[limitClass(request)]);
    announce(reply, decision.states);
    if (decision.allowed) return;
    const exhausted = decision.states.filter(({ remaining }) => remaining === 0);
    throw new ProblemError(429, 'Too many requests. Please wait a moment.', {
      type: '/problems/too-many-requests',
      retryAfterSeconds: Math.max(1, ...exhausted.map(({ resetMs }) => resetMs / 1000)),
    });
  });
}

function limitClass(request: FastifyRequest): LimitClass {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return request.routeOptions.config.limit ?? (reads ? 'read' : 'sign-in');
}

/** The customer first: a customer over the own limit takes nothing from the others behind the address. */
async function decide(
  request: FastifyRequest,
  limiter: RateLimiter,
  { perCustomer, perAddress }: ClassLimits,
): Promise<Decision> {
  const address = clientOf(request.ip);
  const open: Decision = { allowed: true, states: [] };
  const customer =
    perCustomer.length > 0
      ? await limiter.take((await knownCustomer(request)) ?? address, perCustomer)
      : open;
  if (!customer.allowed || perAddress.length === 0) return customer;
  const all = await limiter.take(address, perAddress);
  return { allowed: all.allowed, states: [...customer.states, ...all.states] };
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

/** The fields of draft-ietf-httpapi-ratelimit-headers, for the limit with the fewest requests left. */
function announce(reply: FastifyReply, states: readonly LimitState[]): void {
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
