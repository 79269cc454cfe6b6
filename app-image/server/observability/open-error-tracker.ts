import type { Logger } from 'pino';
import { noErrorTracker, type ErrorTracker } from './error-tracker';

/** Sentry, or a service that speaks its protocol, when a DSN is set. The client is loaded only then. */
export async function openErrorTracker(dsn: string | undefined, log: Logger): Promise<ErrorTracker> {
  if (!dsn) return noErrorTracker;
  const { SentryTracker } = await import('./sentry-tracker.js');
  return new SentryTracker(dsn, log);
}
