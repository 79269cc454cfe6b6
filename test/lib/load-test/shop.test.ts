import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoadTestError } from '../../../lib/load-test/problem';
import { readShop } from '../../../lib/load-test/shop';
import { freePort } from '../../setup/chroma';
import { send, startFakeShop } from './fake-shop';

/** Reads a shop in which one path answers in another way. */
async function read(path: string, answer: (response: ServerResponse) => true) {
  const shop = await startFakeShop((request: IncomingMessage, response) =>
    request.url?.startsWith(path) ? answer(response) : false,
  );
  try {
    return await readShop(new URL(shop.url));
  } finally {
    await shop.stop();
  }
}

test('a shop is known by its version, its products and its categories', async () => {
  const shop = await read('/none', (response) => send(response, 200));
  expect(shop).toMatchObject({ version: '9.9.9', categories: ['light'] });
  expect(shop.products).toHaveLength(30);
});

test.each<[what: string, path: string, answer: (response: ServerResponse) => true, message: string]>([
  [
    'has no health check',
    '/api/health',
    (response) => send(response, 404),
    'is not a shop that can be tested: /api/health answers 404. Give the address of the bundled shop',
  ],
  [
    'is down',
    '/api/products',
    (response) => send(response, 503),
    'is not a shop that can be tested: /api/products?inStock=true&limit=100 answers 503.',
  ],
  [
    'is another image',
    '/api/health',
    (response) => send(response, 200, { healthy: true }),
    'is not the bundled shop: the answer of /api/health has another form.',
  ],
  [
    'has a version of several lines',
    '/api/health',
    (response) => send(response, 200, { status: 'ok', version: "1'\nverdict: 'within" }),
    'is not the bundled shop: the answer of /api/health has another form.',
  ],
  [
    'answers with a page',
    '/api/health',
    (response) => {
      response.end('<html></html>');
      return true;
    },
    'is not the bundled shop: the answer of /api/health has another form.',
  ],
  [
    'redirects',
    '/api/health',
    (response) => send(response, 301, {}, { location: 'https://www.example.com/' }),
    'redirects to https://www.example.com/. Give the address that answers itself.',
  ],
  [
    'refuses this address already',
    '/api/products',
    (response) => send(response, 429),
    'answers 429: the shop’s rate limits already refuse this address.',
  ],
  [
    'has nothing in stock',
    '/api/products',
    (response) => send(response, 200, { items: [], next: null }),
    'has no product in stock, so there is nothing to visit. Run its seed job, or add products.',
  ],
])('a shop that %s cannot be tested', async (_, path, answer, message) => {
  const problem: unknown = await read(path, answer).catch((found: unknown) => found);
  expect(problem).toBeInstanceOf(LoadTestError);
  expect(String(problem)).toContain(message);
});

test('an address at which nothing listens says why', async () => {
  const url = new URL(`http://127.0.0.1:${await freePort()}`);
  await expect(readShop(url)).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:\d+ does not answer: connect ECONNREFUSED .*\. Check the address, and that the shop is up\.$/,
  );
});
