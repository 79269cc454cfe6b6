import { flagStates, health, readiness } from '../../api/operations';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import { container } from '../../contract/paths';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { accountOf, visitorOf } from '../http/identity';

const tags = ['Operations'];

export function operationRoutes(app: ShopApp, shop: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'));

  app.get(
    container.healthPath,
    {
      config: { limit: 'none' },
      schema: { tags, summary: 'The process answers', response: { 200: health } },
    },
    () => ({ status: 'ok' as const, version: shop.version, uptimeSeconds: Math.round(process.uptime()) }),
  );

  app.get(
    container.readyPath,
    {
      config: { limit: 'none' },
      schema: {
        tags,
        summary: 'What the shop depends on, with state and latency',
        response: { 200: readiness, 503: readiness },
      },
    },
    async (_, reply) => {
      const state = await shop.readiness.state();
      return reply.code(state.ready ? 200 : 503).send(state);
    },
  );

  app.get(
    routes.flags,
    {
      schema: {
        tags,
        summary: 'Which features this visitor has',
        response: { 200: flagStates, 429: problem },
      },
    },
    async (request, reply) => shop.flags.statesFor((await accountOf(request)) ?? visitorOf(request, reply)),
  );
}
