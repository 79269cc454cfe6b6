import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../observability/metrics';

/** One log line per request, and the metrics of the dashboard. Health checks are left out. */
export function observe(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.limit === 'none') return;
    const { url = 'not found' } = request.routeOptions;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    metrics.count('Requests');
    if (reply.statusCode >= 500) metrics.count('ServerErrors');
    // A chat answer streams for many seconds and would distort the latency of the API.
    if (url.startsWith('/api/') && request.routeOptions.config.limit !== 'chat')
      metrics.observe('ApiLatency', milliseconds);
    request.log.info(
      { method: request.method, route: url, status: reply.statusCode, milliseconds },
      'request',
    );
  });
}
