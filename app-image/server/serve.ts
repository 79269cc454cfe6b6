import type { Logger } from 'pino';
import type { Environment } from '../contract/environment';
import { drainOnSignal } from './drain';
import { prepareLaptop } from './first-start';
import { buildApp } from './http/app';
import { openShop } from './open-shop';

/** Listens until SIGTERM or SIGINT, then finishes the requests that are open. */
export async function serve(environment: Environment, log: Logger): Promise<void> {
  const shop = await openShop(environment, log);
  if (shop.database.kind === 'embedded') await prepareLaptop(shop);
  const app = await buildApp(shop);
  const address = await app.listen({ port: environment.PORT, host: environment.HOST });
  log.info({ deployment: environment.DEPLOYMENT, address, version: shop.version }, 'InsightShop is open');
  // After listening: the first page must not wait for the search index.
  shop.search.prepare?.();
  drainOnSignal({
    log,
    close: async () => {
      // A connection that was busy when the port closed would otherwise be kept alive, and waited for.
      setInterval(() => app.server.closeIdleConnections(), 100).unref();
      await app.close();
      await shop.close();
    },
  });
}
