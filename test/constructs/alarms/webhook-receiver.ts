import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificates } from '../../setup/postgres';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Statuses in the order in which they are answered; the last one is repeated. `never` leaves a request open. */
export type Plan = readonly (number | 'never')[];

/** What a webhook posts to: a real HTTPS server on 127.0.0.1, whose authority a process can be told to trust. */
export async function startReceiver() {
  const directory = mkdtempSync(join(tmpdir(), 'shop-webhook-'));
  certificates(directory);
  const received: Received[] = [];
  const answers: { plan: Plan } = { plan: [200] };
  const server = createServer(
    { key: readFileSync(join(directory, 'server.key')), cert: readFileSync(join(directory, 'server.crt')) },
    (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const status = answers.plan[Math.min(received.length, answers.plan.length - 1)] ?? 200;
        received.push({ path: request.url ?? '', headers: request.headers, body });
        if (status === 'never') return;
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
        response.end('an answer that belongs into no log');
      });
    },
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `https://localhost:${address.port}/hooks/a-secret-path`,
    authority: join(directory, 'ca.crt'),
    received,
    answerWith: (...plan: Plan) => {
      received.length = 0;
      answers.plan = plan;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
