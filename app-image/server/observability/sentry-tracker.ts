import {
  ServerRuntimeClient,
  createStackParser,
  createTransport,
  nodeStackLineParser,
  type BaseTransportOptions,
} from '@sentry/core';
import type { Logger } from 'pino';
import { errorRecord, errorText } from './error-record';
import type { ErrorTracker } from './error-tracker';

/** Sentry's core without its instrumentation: the log and the metrics already say what a request did. */
export class SentryTracker implements ErrorTracker {
  private readonly client: ServerRuntimeClient;

  constructor(dsn: string, log: Logger) {
    this.client = new ServerRuntimeClient({
      dsn,
      integrations: [],
      stackParser: createStackParser(nodeStackLineParser()),
      transport: (options) => transport(options, log),
      sendClientReports: false,
    });
    this.client.init();
  }

  report(error: unknown, { requestId, route }: { requestId: string; route?: string }): void {
    this.client.captureException(withoutValues(error), {
      captureContext: { tags: { requestId, route }, extra: { causes: errorText(error) } },
    });
  }

  async close(): Promise<void> {
    await this.client.close(2000);
  }
}

/** An error whose message and stack are those of its record: the client serializes what it is given. */
function withoutValues(error: unknown): Error {
  const { type, message, stack = '' } = errorRecord(error);
  const shown = new Error(message);
  shown.name = type;
  shown.stack = `${type}: ${message}\n${stack}`;
  return shown;
}

function transport(options: BaseTransportOptions & { url: string }, log: Logger) {
  return createTransport(options, async ({ body }) => {
    // Typed as bytes or text, both of which fetch takes.
    const response = await fetch(options.url, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
      signal: AbortSignal.timeout(2000),
    });
    if (!response.ok) log.warn({ status: response.status }, 'the error tracker refused a report');
    return { statusCode: response.status };
  });
}
