import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../../contract/environment';
import { ProblemError } from './problems';

const self = ["'self'"];

/** Policy that lets a browser load scripts, frames and connections of this shop only (C15). */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: self,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    fontSrc: self,
    connectSrc: self,
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: self,
    frameAncestors: ["'none'"],
  },
};

/** R1, C7, C15, and protection of routes that use cookies against other sites. */
export async function protect(app: FastifyInstance, environment: Environment): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    hsts: { maxAge: 365 * 24 * 3600, includeSubDomains: true },
  });
  await app.register(cors, {
    origin: environment.CORS_ORIGINS,
    methods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
    // R1 names the first two; a browser on another origin cannot place an order without the third.
    allowedHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key'],
    exposedHeaders: [
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'Retry-After',
      'X-Search-Mode',
    ],
    credentials: true,
    maxAge: 600,
  });
  refuseForeignOrigins(app, environment);
}

/**
 * Cookies are SameSite=Strict; this is the second protection against CSRF. A browser always sends the Origin
 * of a request that changes something. Programs send none, and have no customer's cookies.
 */
function refuseForeignOrigins(app: FastifyInstance, environment: Environment): void {
  const allowed = new Set([
    ...environment.CORS_ORIGINS,
    ...(environment.PUBLIC_URL ? [new URL(environment.PUBLIC_URL).origin] : []),
  ]);
  app.addHook('onRequest', (request, _, done) => {
    const { origin, host } = request.headers;
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const foreign = origin !== undefined && !allowed.has(origin) && hostOf(origin) !== host;
    done(changes && foreign ? new ProblemError(403, 'Requests from this site are not accepted.') : undefined);
  });
}

/** Undefined for `null`, which a sandboxed page sends. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
