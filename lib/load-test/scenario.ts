import { randomUUID } from 'node:crypto';
import type { ProductOnSale, Shop } from './shop';
import type { StepName } from './steps';
import type { OrderAllowance } from './stock';

/** One request of a visit. */
export interface Call {
  readonly step: StepName;
  /** @default 'GET' */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The visit reads the body of the answer, so the answer must not be compressed. @default false */
  readonly isBodyRead?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A visit yields its requests one by one and is given each answer. It ends at the first request that fails. */
export type Visit = Generator<Call, void, Answer>;

/** What a visit may use. */
export interface Visitor {
  readonly shop: Shop;
  readonly allowance: OrderAllowance;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Access token of a customer who has signed up. */
  accessToken?: string;
}

interface VisitKind {
  /** Share among 100 visits, when all kinds take part. */
  readonly weight: number;
  /** Option without which the visit is left out: it leaves something behind in the shop, or costs money. */
  readonly option?: 'orders' | 'chat';
  readonly visit: (visitor: Visitor) => Visit;
}

/**
 * The scenario. Of 100 visits:
 *
 * - 24 search: shoppers who search are 24 % of a shop's visitors
 *   (https://chainstoreage.com/study-online-product-searchers-often-end-converting-sales).
 * - 12 put something in the cart, and 4 of them order: sites with low prices see a cart in 5 to 20 % of visits
 *   (https://answers.salesforce.com/blog/2018/07/digital-commerce-benchmarks-add-cart-rate.html), and 30 to 40 %
 *   of the carts become orders (https://frihet.online/latest-ecommerce-benchmarks-you-should-know-part-2/).
 * - 5 ask the assistant. This is an assumption.
 * - The others look around.
 */
const visits = {
  browse: { weight: 59, visit: browse },
  search: { weight: 24, visit: search },
  cart: { weight: 8, visit: fillCart },
  order: { weight: 4, option: 'orders', visit: order },
  chat: { weight: 5, option: 'chat', visit: chat },
} as const satisfies Record<string, VisitKind>;

/** The visit that a visitor makes next, by weight among the kinds that take part. */
export function nextVisit(
  visitor: Visitor,
  options: { readonly orders: boolean; readonly chat: boolean },
): Visit {
  const kinds: readonly VisitKind[] = Object.values(visits);
  const taking = kinds.filter(({ option }) => option === undefined || options[option]);
  let place = visitor.random() * taking.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = taking.find(({ weight }) => (place -= weight) < 0) ?? visits.browse;
  return chosen.visit(visitor);
}

/**
 * A first visit that is already under way when the test begins. Without it, all customers would send the same
 * step at the same time.
 */
export function* visitUnderWay(visitor: Visitor, requestsLeft: number): Visit {
  for (let left = requestsLeft; left > 0; left--) yield* lookAt(visitor);
}

function* browse(visitor: Visitor): Visit {
  yield* arrive(visitor);
  const category = pick(visitor, visitor.shop.categories);
  const sort = pick(visitor, ['newest', 'price-asc', 'price-desc', 'name']);
  const list = `/api/products?${new URLSearchParams({ sort, ...(category ? { category } : {}) }).toString()}`;
  const { body } = yield { step: 'list', path: list, isBodyRead: true };
  yield* lookAt(visitor);
  const next = textIn(body, 'next');
  if (next !== undefined) yield { step: 'list', path: `${list}&cursor=${encodeURIComponent(next)}` };
  yield* lookAt(visitor);
}

function* search(visitor: Visitor): Visit {
  yield* arrive(visitor);
  for (let searches = 0; searches < 2; searches++) {
    yield { step: 'search', path: `/api/search?q=${encodeURIComponent(wordsFor(visitor))}` };
    yield* lookAt(visitor);
  }
}

/** The cart is emptied at the end, so that the shop keeps nothing. */
function* fillCart(visitor: Visitor): Visit {
  yield* arrive(visitor);
  const { id } = yield* lookAt(visitor);
  yield* putInCart(visitor, id, 1);
  yield { step: 'cart', path: '/api/cart', headers: authorization(visitor) };
  yield* putInCart(visitor, id, 2);
  yield emptyCart(visitor);
}

/** One piece is ordered. When the run may order no more, the visit ends with the cart. */
function* order(visitor: Visitor): Visit {
  const id = visitor.allowance.take();
  if (id === undefined) return yield* fillCart(visitor);
  yield* arrive(visitor);
  yield* lookAt(visitor);
  // An earlier visit that ended early may have left something there.
  yield emptyCart(visitor);
  yield* putInCart(visitor, id, 1);
  if (visitor.accessToken === undefined) yield* signUp(visitor);
  yield { step: 'cart', path: '/api/cart', headers: authorization(visitor) };
  yield {
    step: 'order',
    method: 'POST',
    path: '/api/orders',
    headers: { ...authorization(visitor), 'idempotency-key': randomUUID() },
    body: {
      shipTo: {
        name: 'Load Test',
        street: 'Main Street 1',
        city: 'Basel',
        postcode: '4001',
        country: 'CH',
      },
    },
  };
  yield { step: 'orders', path: '/api/orders', headers: authorization(visitor) };
}

function* chat(visitor: Visitor): Visit {
  yield* arrive(visitor);
  yield {
    step: 'chat',
    method: 'POST',
    path: '/api/chat',
    headers: authorization(visitor),
    body: { message: `Do you have something like ${wordsFor(visitor)}?` },
  };
  yield* lookAt(visitor);
}

/** What the page requests when it opens. A customer who has signed up gets a new access token, as in a browser. */
function* arrive(visitor: Visitor): Visit {
  yield { step: 'page', path: '/' };
  if (visitor.accessToken !== undefined) {
    const { body } = yield {
      step: 'session',
      method: 'POST',
      path: '/api/sessions/refresh',
      isBodyRead: true,
    };
    visitor.accessToken = textIn(body, 'accessToken');
  }
  yield { step: 'flags', path: '/api/flags', headers: authorization(visitor) };
  yield { step: 'categories', path: '/api/categories' };
  yield { step: 'list', path: '/api/products' };
}

function* lookAt(visitor: Visitor): Generator<Call, ProductOnSale, Answer> {
  const product = pick(visitor, visitor.shop.products);
  yield { step: 'product', path: `/api/products/${encodeURIComponent(product.slug)}` };
  return product;
}

function* putInCart(visitor: Visitor, productId: number, quantity: number): Visit {
  yield {
    step: 'cart-change',
    method: 'PUT',
    path: `/api/cart/items/${productId}`,
    headers: authorization(visitor),
    body: { quantity },
  };
}

export function emptyCart(visitor: Visitor): Call {
  return { step: 'cart-change', method: 'DELETE', path: '/api/cart', headers: authorization(visitor) };
}

/** `example.com` belongs to nobody (RFC 2606). The password is made up and not kept. */
function* signUp(visitor: Visitor): Visit {
  const { body } = yield {
    step: 'sign-up',
    method: 'POST',
    path: '/api/accounts',
    isBodyRead: true,
    body: { email: `load-test-${randomUUID()}@example.com`, name: 'Load Test', password: randomUUID() },
  };
  visitor.accessToken = textIn(body, 'accessToken');
}

/** Words of the catalogue: with embeddings from Bedrock, each new text would be one more paid call. */
const wordsFor = (visitor: Visitor) => pick(visitor, visitor.shop.products).name.toLowerCase();

function authorization({ accessToken }: Visitor): Readonly<Record<string, string>> {
  return accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };
}

function pick<T>({ random }: Visitor, values: readonly [T, ...T[]]): T;
function pick<T>({ random }: Visitor, values: readonly T[]): T | undefined;
function pick<T>({ random }: Visitor, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** A text field of a JSON object; undefined when the body is something else. */
function textIn(body: string, field: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(body) as Record<string, unknown>)[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
