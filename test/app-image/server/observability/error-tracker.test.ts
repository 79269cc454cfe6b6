import { createServer } from 'node:http';
import { openErrorTracker } from '../../../../app-image/server/observability/error-tracker';
import { silent } from '../../../setup/shop';

describe('C27: the error tracker', () => {
  test('reports an error with its request to the DSN’s address', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        bodies.push(body);
        response.end('{}');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const tracker = await openErrorTracker(`http://public@127.0.0.1:${port}/1`, silent);
    tracker.report(new Error('the till is stuck'), { requestId: 'r-1', route: '/api/orders' });
    await tracker.close();

    expect(bodies.join()).toContain('the till is stuck');
    expect(bodies.join()).toContain('"requestId":"r-1"');
    await new Promise((closed) => server.close(closed));
  });

  test('without a DSN nothing is reported', async () => {
    const tracker = await openErrorTracker(undefined, silent);
    expect(() => tracker.report(new Error('x'), { requestId: 'r' })).not.toThrow();
    await tracker.close();
  });
});
