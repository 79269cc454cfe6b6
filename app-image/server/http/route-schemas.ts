import type { FastifyInstance, RouteOptions } from 'fastify';
import { z } from 'zod';

const readsBody = ['POST', 'PUT', 'PATCH'];

/** The body of a route that takes none. */
export const noBody = z.object({}).nullish();

/**
 * C13: a route of the API that reads a part of a request without a schema for it cannot be registered.
 * A route without a schema for its query gets an empty one, so that nothing unchecked is ever read from it.
 */
export function requireSchemas(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/') || route.url.startsWith('/api/docs')) return;
    const missing = missingSchemas(route);
    if (missing.length > 0)
      throw new Error(
        `${[route.method].flat().join(', ')} ${route.url} has no schema for its ${missing.join(' and ')}. ` +
          'Add schema.params, schema.body or schema.response to the route.',
      );
    route.schema = { querystring: z.object({}), ...route.schema };
  });
}

function missingSchemas({ url, method, schema }: RouteOptions): string[] {
  const methods = [method].flat();
  return [
    ...(url.includes(':') || url.includes('*') ? ['params' as const] : []),
    ...(methods.some((name) => readsBody.includes(name)) ? ['body' as const] : []),
    'response' as const,
  ].filter((part) => !schema?.[part]);
}
