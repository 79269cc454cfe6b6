import { account, registration, session } from '../../api/accounts';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { knownVisitor, requireAccount, startSession } from '../http/identity';
import { ProblemError } from '../http/problems';

const tags = ['Accounts'];

export function accountRoutes(app: ShopApp, { accounts, refreshTokens, carts }: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'));

  app.post(
    routes.accounts,
    {
      config: { limit: 'sign-in' },
      schema: {
        tags,
        summary: 'Register and sign in',
        body: registration,
        response: { 201: session, 409: problem },
      },
    },
    async (request, reply) => {
      const registered = await accounts.register(request.body);
      const visitor = knownVisitor(request);
      if (visitor !== undefined) await carts.merge(visitor, registered.id);
      const token = await refreshTokens.issue(registered.id);
      return reply.code(201).send(startSession(request, reply, registered, token));
    },
  );

  app.get(
    routes.me,
    {
      schema: {
        tags,
        summary: 'Who is signed in',
        security: [{ account: [] }],
        response: { 200: account, 401: problem },
      },
    },
    async (request) => {
      const found = await accounts.byId(await requireAccount(request));
      if (!found)
        throw new ProblemError(401, 'This account no longer exists.', { type: '/problems/signed-out' });
      return found;
    },
  );
}
