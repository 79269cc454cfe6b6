import type { Logger } from 'pino';
import type { Environment } from '../contract/environment';
import { container } from '../contract/paths';
import { prepareLaptop } from './first-start';
import { buildApp } from './http/app';
import { openShop } from './open-shop';

/** Listens until a signal comes, then finishes what it began. */
export async function serve(environment: Environment, log: Logger): Promise<void> {
  const shop = await openShop(environment, log);
  if (shop.database.kind === 'embedded') await prepareLaptop(shop);
  const app = await buildApp(shop);
  const address = await app.listen({ port: environment.PORT, host: environment.HOST });
  log.info({ address, version: shop.version }, 'InsightShop is open');
  // Not before: the first page should not wait for it.
  shop.search.prepare?.();

  let leaving = false;
  const leave = async (signal: NodeJS.Signals) => {
    if (leaving) return;
    leaving = true;
    log.info({ signal }, 'finishing open requests');
    // A request that hangs must not keep the container until it is killed, with its log lost.
    setTimeout(
      () => {
        log.error('requests were still open after the time to drain');
        process.exit(1);
      },
      (container.drainSeconds - 1) * 1000,
    ).unref();
    // A connection that was busy when the port closed would otherwise be kept alive, and waited for.
    setInterval(() => app.server.closeIdleConnections(), 100).unref();
    await app.close();
    await shop.close();
    log.info('InsightShop is closed');
    process.exit(0);
  };
  // As process 1 of a container, Node has no default for these.
  process.on('SIGTERM', (signal) => void leave(signal)).on('SIGINT', (signal) => void leave(signal));
}
