import type { Logger } from 'pino';
import type { Redis } from 'ioredis';
import type { Environment } from '../contract/environment';
import { Accounts } from './accounts/accounts';
import { RefreshTokens } from './accounts/refresh-tokens';
import { signingSecret } from './accounts/signing-secret';
import { createChat } from './assistant';
import { cacheCalls, openStore } from './cache/open-store';
import { ReadThrough } from './cache/read-through';
import { CachedCatalogue } from './catalogue/cached-catalogue';
import { DatabaseCatalogue } from './catalogue/database-catalogue';
import { FeatureFlags } from './configuration/feature-flags';
import type { Shop, ShopContext } from './context';
import { openDatabase } from './database/open-database';
import { EmbeddedMetrics, noMetrics } from './observability/embedded-metrics';
import { openErrorTracker } from './observability/open-error-tracker';
import { FallbackLimiter } from './rate-limits/fallback-limiter';
import { MemoryLimiter } from './rate-limits/memory-limiter';
import { RedisLimiter } from './rate-limits/redis-limiter';
import { ReadinessCheck } from './readiness';
import { Carts } from './shopping/carts';
import { createProductSearch } from './vectors';
import { version } from './version';

/** Dependencies of the shop that must be closed. */
export interface OpenContext extends ShopContext {
  readonly redis: Redis | undefined;
  close(): Promise<void>;
}

async function openContext(environment: Environment, log: Logger): Promise<OpenContext> {
  const database = await openDatabase(environment, log);
  const redis = environment.CACHE_URL
    ? (await import('./cache/redis.js')).connectRedis(
        environment.CACHE_URL,
        environment.CACHE_AUTH_TOKEN,
        log,
      )
    : undefined;
  const store = openStore(redis);
  const metrics = environment.METRICS ? new EmbeddedMetrics(log, environment.DEPLOYMENT) : noMetrics;
  return {
    environment,
    log,
    database,
    redis,
    store,
    metrics,
    close: async () => {
      metrics.close();
      await store.close();
      await database.close();
    },
  };
}

/** Creates all parts of the shop. Does not wait for a dependency that may be unavailable. */
export async function openShop(
  environment: Environment,
  log: Logger,
): Promise<Shop & { close(): Promise<void> }> {
  const context = await openContext(environment, log);
  const { database, redis, store, metrics } = context;
  const catalogue = new CachedCatalogue(
    new DatabaseCatalogue(database),
    new ReadThrough(store, log, metrics),
  );
  const search = await createProductSearch(context, catalogue);
  const chat = await createChat(context, search);
  const errors = await openErrorTracker(environment.ERROR_TRACKER_DSN, log);
  return {
    ...context,
    catalogue,
    search,
    chat,
    errors,
    accounts: new Accounts(database),
    refreshTokens: new RefreshTokens(database),
    carts: new Carts(database),
    limiter: redis ? new FallbackLimiter(new RedisLimiter(redis), cacheCalls()) : new MemoryLimiter(),
    readiness: new ReadinessCheck({ database, store, search, chat }),
    flags: new FeatureFlags(environment.FEATURE_FLAGS),
    jwtSecret: await signingSecret(environment),
    version,
    close: async () => {
      await chat.close();
      await search.close();
      await errors.close();
      await context.close();
    },
  };
}
