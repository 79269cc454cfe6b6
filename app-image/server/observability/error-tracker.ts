import type { Logger } from 'pino';

/** Reports what nobody expected; what the customer did wrong is no error. */
export interface ErrorTracker {
  report(error: unknown, context: { readonly requestId: string; readonly route?: string }): void;
  /** Waits for what is still to be sent. */
  close(): Promise<void>;
}

const none: ErrorTracker = { report: () => undefined, close: () => Promise.resolve() };

/** Speaks to Sentry, or whatever takes its protocol, when there is a DSN; loaded only then. */
export async function openErrorTracker(dsn: string | undefined, log: Logger): Promise<ErrorTracker> {
  if (!dsn) return none;
  const { SentryTracker } = await import('./sentry-tracker.js');
  return new SentryTracker(dsn, log);
}
