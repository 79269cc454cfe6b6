import compress from '@fastify/compress';
import etag from '@fastify/etag';
import { LogController, fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { constants } from 'node:zlib';
import type { Shop } from '../context';
import { webDirectory } from '../files';
import { accountRoutes } from '../routes/accounts';
import { catalogueRoutes } from '../routes/catalogue';
import { chatRoutes } from '../routes/chat';
import { operationRoutes } from '../routes/operations';
import { cartRoutes } from '../routes/cart';
import { orderRoutes } from '../routes/orders';
import { sessionRoutes } from '../routes/sessions';
import { requestIdField } from '../observability/log';
import { limitsOf } from '../rate-limits/limits';
import { document } from './documentation';
import { identify } from './identity';
import { limitRates } from './limiting';
import { observe } from './observing';
import { servePages } from './pages';
import { answerWithProblems } from './problems';
import { requireSchemas } from './route-schemas';
import { carryRequestId, requestIdOf } from './request-id';
import { protect } from './security';

export interface AppOptions {
  /** Directory of the built pages. @default next to the bundle */
  readonly pages?: string;
}

const allRoutes = [
  operationRoutes,
  catalogueRoutes,
  chatRoutes,
  accountRoutes,
  sessionRoutes,
  cartRoutes,
  orderRoutes,
];

/** The shop over HTTP. Hooks run in the order they are added here. */
export async function buildApp(
  shop: Shop,
  { pages = webDirectory }: AppOptions = {},
): Promise<FastifyInstance> {
  const { environment, metrics } = shop;
  const loggerInstance: FastifyBaseLogger = shop.log;
  const app = fastify({
    loggerInstance,
    // `observe` writes one line per request instead of two.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: requestIdField }),
    genReqId: ({ headers }) => requestIdOf(headers),
    requestIdHeader: false,
    // Counted from the right: clients can write the entries further left in X-Forwarded-For.
    trustProxy: (_, hop) => hop < (environment.TRUSTED_PROXY_HOPS ?? 0),
    bodyLimit: 64 * 1024,
    // Longer than the idle time of a load balancer, so that it never writes into a closing connection.
    keepAliveTimeout: 75_000,
    requestTimeout: 15_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
  });
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  app.decorate(
    'secureCookies',
    environment.PUBLIC_URL?.startsWith('https:') ?? environment.NODE_ENV === 'production',
  );

  carryRequestId(app);
  requireSchemas(app);
  answerWithProblems(app, shop.errors);
  observe(app, metrics);
  await protect(app, environment);
  // Before the limits, which count customers by cookie or token.
  await identify(app, shop.jwtSecret);
  limitRates(app, shop.limiter, limitsOf(environment));
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(etag, { weak: true });
  await document(app, shop.version);

  for (const routes of allRoutes)
    // Each in its own scope: hooks of one file do not apply to the others.
    app.register((scope, _, done) => {
      routes(scope.withTypeProvider<ZodTypeProvider>(), shop);
      done();
    });
  await servePages(app, pages);
  return app;
}
