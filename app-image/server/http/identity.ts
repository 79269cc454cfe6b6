import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Account } from '../../api/accounts';
import { text } from '../../api/text';
import { refreshLifetimeSeconds } from '../accounts/refresh-tokens';
import { routes } from '../../api/routes';
import type { CartOwner } from '../shopping/carts';
import { ProblemError } from './problems';

/** Short, because an access token cannot be revoked. */
const accessLifetimeSeconds = 15 * 60;

const visitorCookie = 'visitor';
const refreshCookie = 'refresh';
/** 32 bytes as base64url, as `RefreshTokens` makes them. */
const refreshToken = text({ max: 43 }).regex(/^[\w-]{43}$/);
const accountId = z.uuid();
const year = 365 * 24 * 3600;

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string };
    user: { sub: string };
  }
}

/** Signed access tokens and the two cookies. */
export async function identify(app: FastifyInstance, secret: string): Promise<void> {
  await app.register(cookie);
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', expiresIn: accessLifetimeSeconds, iss: 'insightshop' },
    // Without the list a token could choose its own algorithm, and without `exp` it would never expire.
    verify: {
      algorithms: ['HS256'],
      allowedIss: 'insightshop',
      requiredClaims: ['iss', 'sub', 'exp'],
    },
  });
}

/** The signed-in account's id; undefined without a token. Throws 401 for a token that is not valid. */
export async function accountOf(request: FastifyRequest): Promise<string | undefined> {
  if (request.headers.authorization === undefined) return undefined;
  try {
    return accountId.parse((await request.jwtVerify<{ sub: string }>()).sub);
  } catch {
    throw new ProblemError(401, 'The access token is not valid or has expired.', {
      type: '/problems/signed-out',
    });
  }
}

export async function requireAccount(request: FastifyRequest): Promise<string> {
  const id = await accountOf(request);
  if (id === undefined) throw new ProblemError(401, 'Please sign in.', { type: '/problems/signed-out' });
  return id;
}

/** The account or the visitor that a limit counts. Undefined for a token that is not valid. */
export async function knownCustomer(request: FastifyRequest): Promise<string | undefined> {
  if (request.headers.authorization === undefined) {
    const visitor = knownVisitor(request);
    return visitor && `visitor:${visitor}`;
  }
  try {
    return `account:${await requireAccount(request)}`;
  } catch {
    return undefined;
  }
}

/** The visitor's id from the cookie; undefined without a cookie. */
export function knownVisitor(request: FastifyRequest): string | undefined {
  return z.uuid().safeParse(request.cookies[visitorCookie]).data;
}

/** The visitor's id; a new one, with a cookie, for a visitor without. */
export function visitorOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = knownVisitor(request);
  if (known !== undefined) return known;
  const visitor = randomUUID();
  void reply.setCookie(visitorCookie, visitor, { ...cookieSettings(request), path: '/api', maxAge: year });
  return visitor;
}

export async function cartOwner(request: FastifyRequest, reply: FastifyReply): Promise<CartOwner> {
  const accountId = await accountOf(request);
  return accountId === undefined ? { visitor: visitorOf(request, reply) } : { accountId };
}

export function presentedRefreshToken(request: FastifyRequest): string | undefined {
  return refreshToken.safeParse(request.cookies[refreshCookie]).data;
}

/** The answer to a log-in or a refresh: the access token in the body, the refresh token in an httpOnly cookie. */
export function startSession(
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  refreshToken: string,
) {
  void reply.setCookie(refreshCookie, refreshToken, {
    ...cookieSettings(request),
    path: routes.sessions,
    maxAge: refreshLifetimeSeconds,
  });
  const accessToken = request.server.jwt.sign({ sub: account.id });
  return { accessToken, expiresIn: accessLifetimeSeconds, account };
}

export function endSession(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(refreshCookie, { ...cookieSettings(request), path: routes.sessions });
}

/** `Secure` wherever the customer's side is HTTPS; on a laptop it is not. */
function cookieSettings(request: FastifyRequest) {
  const secure = request.protocol === 'https' || request.server.secureCookies;
  return { httpOnly: true, sameSite: 'strict', secure } as const;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether customers use HTTPS, whatever protocol the last proxy uses. */
    secureCookies: boolean;
  }
}
