import { types } from 'node:util';
import { z } from 'zod';
import { container } from '../../app-image/contract/paths';
import { LoadTestError } from './problem';

export interface ProductOnSale {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly stock: number;
}

/** What the virtual customers need to know of a shop before they visit it. */
export interface Shop {
  /** Version that the shop reports. */
  readonly version: string;
  /** Products in stock, the first 100 of the list. */
  readonly products: readonly [ProductOnSale, ...ProductOnSale[]];
  /** Slugs. */
  readonly categories: readonly string[];
}

/** The version stands in records, so it is one word. */
const health = z.object({ status: z.literal('ok'), version: z.string().regex(/^[\w.+-]{1,64}$/) });
const product = z.object({ id: z.int(), slug: z.string(), name: z.string(), stock: z.int() });
const productPage = z.object({ items: z.array(product) });
const categories = z.array(z.object({ slug: z.string() }));

const limitSeconds = 10;

/**
 * Reads the shop at an address. The certificate of an https address is checked here; the load itself does not
 * check it again.
 *
 * @throws LoadTestError when nothing answers, or what answers is not the bundled shop with products in stock
 */
export async function readShop(url: URL): Promise<Shop> {
  const { version } = await read(url, container.healthPath, health);
  const { items } = await read(url, '/api/products?inStock=true&limit=100', productPage);
  const slugs = (await read(url, '/api/categories', categories)).map(({ slug }) => slug);
  const [first, ...others] = items;
  if (!first)
    throw new LoadTestError(
      `The shop at ${url.origin} has no product in stock, so there is nothing to visit. Run its seed job, or add products.`,
    );
  return { version, products: [first, ...others], categories: slugs };
}

async function read<T>(url: URL, path: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await request(url, path);
  if (answer.status === 429)
    throw new LoadTestError(
      `${url.origin}${path} answers 429: the shop’s rate limits already refuse this address. Wait until the limit is over, or raise it as docs/load-test.md says.`,
    );
  if (answer.status >= 300 && answer.status < 400)
    throw new LoadTestError(
      `${url.origin}${path} redirects to ${answer.headers.get('location') ?? 'another address'}. Give the address that answers itself.`,
    );
  if (!answer.ok)
    throw new LoadTestError(
      `${url.origin} is not a shop that can be tested: ${path} answers ${answer.status}. Give the address of the bundled shop, and check that it is up.`,
    );
  const parsed = schema.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new LoadTestError(
    `${url.origin} is not the bundled shop: the answer of ${path} has another form. The scenario knows the bundled shop only.`,
  );
}

async function request(url: URL, path: string): Promise<Response> {
  try {
    return await fetch(new URL(path, url), {
      redirect: 'manual',
      signal: AbortSignal.timeout(limitSeconds * 1000),
    });
  } catch (problem) {
    throw new LoadTestError(
      `${url.origin} does not answer: ${reasonOf(problem)}. Check the address, and that the shop is up.`,
    );
  }
}

/** `fetch failed` says nothing; the reason is in its cause. */
function reasonOf(problem: unknown): string {
  if (problem instanceof DOMException && problem.name === 'TimeoutError')
    return `no answer within ${limitSeconds} s`;
  if (!types.isNativeError(problem)) return String(problem);
  if (problem instanceof AggregateError) return reasonOf(problem.errors[0]);
  return problem.cause === undefined ? problem.message : reasonOf(problem.cause);
}
