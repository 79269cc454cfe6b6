import { createServer, type IncomingMessage } from 'node:http';

/** One call of an AWS client, as it came over the wire. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Operation of a JSON or query protocol, such as `RunTask`; empty for S3. */
  readonly operation: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly body?: object | string;
}

/**
 * An HTTP endpoint in the place of AWS. Only the far side is made up: requests are the SDK's own, and
 * answers are in the protocol of the service (JSON 1.1 for ECS, XML for CloudFormation, EC2 and S3).
 */
export async function startFakeAws(answer: (call: Call) => Answer | 'never') {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = callOf(request, Buffer.concat(chunks).toString());
      calls.push(call);
      const given = answer(call);
      if (given === 'never') return;
      const { status = 200, body = '' } = given;
      const isJson = typeof body === 'object';
      response.writeHead(status, { 'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml' });
      response.end(isJson ? JSON.stringify(body) : body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The fake AWS has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

function callOf({ method = '', url = '', headers }: IncomingMessage, body: string): Call {
  const target = headers['x-amz-target'];
  const operation =
    typeof target === 'string' ? target.split('.').at(-1) : new URLSearchParams(body).get('Action');
  return { method, path: url, operation: operation ?? '', headers, body };
}

/** What makes an AWS client in this process talk to `url`. */
export function pointSdkAt(url: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
}
