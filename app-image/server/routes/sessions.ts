import { z } from 'zod';
import { credentials, session } from '../../api/accounts';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { endSession, knownVisitor, presentedRefreshToken, startSession } from '../http/identity';
import { ProblemError } from '../http/problems';
import { noBody } from '../http/route-schemas';

const tags = ['Accounts'];

export function sessionRoutes(app: ShopApp, { accounts, refreshTokens, carts }: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'));

  app.post(
    routes.sessions,
    {
      config: { limit: 'sign-in' },
      schema: { tags, summary: 'Sign in', body: credentials, response: { 200: session, 401: problem } },
    },
    async (request, reply) => {
      const account = await accounts.authenticate(request.body);
      if (!account)
        throw new ProblemError(401, 'The e-mail address or the password is wrong.', {
          type: '/problems/wrong-credentials',
        });
      const visitor = knownVisitor(request);
      if (visitor !== undefined) await carts.merge(visitor, account.id);
      return startSession(request, reply, account, await refreshTokens.issue(account.id));
    },
  );

  app.post(
    routes.refresh,
    {
      config: { limit: 'session' },
      schema: {
        tags,
        summary: 'Stay signed in',
        security: [{ refresh: [] }],
        body: noBody,
        response: { 200: session, 401: problem },
      },
    },
    async (request, reply) => {
      const token = presentedRefreshToken(request);
      const refreshed = token === undefined ? undefined : await refreshTokens.exchange(token);
      const account = refreshed && (await accounts.byId(refreshed.accountId));
      if (!account) {
        endSession(request, reply);
        throw new ProblemError(401, 'Please sign in.', { type: '/problems/signed-out' });
      }
      return startSession(request, reply, account, refreshed.token);
    },
  );

  app.delete(
    routes.sessions,
    {
      config: { limit: 'session' },
      schema: { tags, summary: 'Sign out', security: [{ refresh: [] }], response: { 204: z.null() } },
    },
    async (request, reply) => {
      const token = presentedRefreshToken(request);
      if (token !== undefined) await refreshTokens.revoke(token);
      endSession(request, reply);
      return reply.code(204).send(null);
    },
  );
}
