import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FakeShop {
  readonly url: string;
  /** `METHOD /path` of each request so far. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

type Answers = (
  request: IncomingMessage,
  response: ServerResponse,
  /** Closes all connections and takes no more. */
  goAway: () => void,
) => boolean | Promise<boolean>;

const products = Array.from({ length: 30 }, (_, index) => ({
  id: index + 1,
  slug: `thing-${index}`,
  name: `Thing ${index}`,
  stock: 50,
}));

const bodies: readonly (readonly [path: RegExp, body: unknown])[] = [
  [/^\/api\/health/, { status: 'ok', version: '9.9.9', uptimeSeconds: 1 }],
  [/^\/api\/products($|\?)/, { items: products, next: null }],
  [/^\/api\/categories/, [{ slug: 'light', name: 'Light', products: 30 }]],
];

/**
 * Answers as much like the shop as the scenario needs. Tests with the real server are in test/wiring.
 *
 * @param answers answers a request itself and returns true, to change what the shop does
 */
export async function startFakeShop(answers: Answers = () => false): Promise<FakeShop> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    requests.push(`${request.method ?? ''} ${address}`);
    void Promise.resolve(answers(request, response, goAway)).then((isAnswered) => {
      if (!isAnswered) send(response, 200, bodies.find(([path]) => path.test(address))?.[1] ?? {});
    });
  });
  function goAway(): void {
    server.close();
    server.closeAllConnections();
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise((closed) => {
        // Calls back at once when it is closed already.
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  return true;
}

/** Waits, and leaves the answer to the shop. */
export async function slowly(ms: number): Promise<false> {
  await sleep(ms);
  return false;
}
