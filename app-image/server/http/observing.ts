import type { FastifyInstance } from 'fastify';
import { routes } from '../../api/routes';
import type { RouteClass } from '../../contract/metrics';
import type { Metrics } from '../observability/metrics';

/** A new route of the API does not compile before it has a class. */
const classOf: Readonly<Record<(typeof routes)[keyof typeof routes], RouteClass>> = {
  [routes.products]: 'browse',
  [routes.product]: 'browse',
  [routes.categories]: 'browse',
  [routes.search]: 'browse',
  [routes.flags]: 'browse',
  [routes.chat]: 'chat',
  [routes.accounts]: 'shopping',
  [routes.me]: 'shopping',
  [routes.sessions]: 'shopping',
  [routes.refresh]: 'shopping',
  [routes.cart]: 'shopping',
  [routes.cartItem]: 'shopping',
  [routes.orders]: 'shopping',
  [routes.order]: 'shopping',
};
const classOfUrl: ReadonlyMap<string, RouteClass> = new Map(Object.entries(classOf));

/** One log line per request, and the metrics of requests. Health checks are left out. */
export function observe(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.limit === 'none') return;
    const { url = 'not found' } = request.routeOptions;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const status = reply.statusCode;
    // Pages and addresses that do not exist are in no list of routes.
    metrics.request({ route: classOfUrl.get(url) ?? 'browse', status, milliseconds });
    request.log.info({ method: request.method, route: url, status, milliseconds }, 'request');
  });
}
