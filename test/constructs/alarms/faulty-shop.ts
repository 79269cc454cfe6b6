import { createServer } from 'node:http';

/** What a request is answered with instead of the shop's answer; undefined passes it on. */
export type Fault = (
  path: string,
  answer: { status: number; type: string; body: string },
) => Partial<{ status: number; type: string; body: string }> | 'never' | undefined;

/** The real shop behind a server that breaks some of its answers. */
export async function startFaultyShop(shop: string) {
  const state: { fault: Fault } = { fault: () => undefined };
  const paths: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const path = request.url ?? '/';
      paths.push(path);
      const type = request.headers['content-type'];
      const real = await fetch(new URL(path, shop), {
        method: request.method ?? 'GET',
        ...(request.method === 'POST' && {
          body: Buffer.concat(chunks),
          headers: { 'content-type': type ?? '' },
        }),
      });
      const answer = {
        status: real.status,
        type: real.headers.get('content-type') ?? '',
        body: await real.text(),
      };
      const fault = state.fault(path, answer);
      if (fault === 'never') return;
      const { status, type: contentType, body } = { ...answer, ...fault };
      response.writeHead(status, { 'content-type': contentType });
      response.end(body);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    paths,
    breakWith: (fault: Fault) => {
      paths.length = 0;
      state.fault = fault;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
