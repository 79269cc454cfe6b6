import { createServer } from 'node:http';

/** Stands in for Sentry: takes whatever is reported. */
export interface ErrorCollector {
  readonly dsn: string;
  /** All bodies so far. */
  received(): string;
  stop(): Promise<void>;
}

export async function startErrorCollector(): Promise<ErrorCollector> {
  let bodies = '';
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) => (bodies += part.toString()));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    dsn: `http://public@127.0.0.1:${port}/1`,
    received: () => bodies,
    stop: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
