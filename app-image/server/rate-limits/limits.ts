import type { Environment } from '../../contract/environment';
import type { RateLimit } from './rate-limiter';

/**
 * How a route is limited.
 *
 * | class | routes | counted per |
 * |---|---|---|
 * | none | health and readiness, which the platform calls | – |
 * | read | pages, catalogue, own account, cart and orders | address |
 * | search | search | address |
 * | sign-in | registration, log-in, and every other write | address |
 * | chat | chat | address |
 * | session | staying signed in, signing out | address |
 * | cart | changes of a cart | visitor or account, and address |
 * | order | orders | account, and address |
 */
export type LimitClass = 'none' | 'read' | 'search' | 'sign-in' | 'chat' | 'session' | 'cart' | 'order';

export interface ClassLimits {
  /** Each counted for the network address of the client. */
  readonly perAddress: readonly RateLimit[];
  /** Each counted for the account, or for the visitor's cookie, or, without either, for the address. */
  readonly perCustomer: readonly RateLimit[];
}

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/**
 * R4. The strict numbers, 50 an hour and 200 a day, hold for each of: sign-in, because passwords are guessed
 * there and accounts are made; chat, because a model answers; orders, because stock is reserved. Each has a
 * count of its own, so that one does not use up another.
 *
 * Customers in one office share an address. What they do as a matter of course is therefore counted per
 * customer: a cart by visitor or account, an order by account. A client can drop its cookie or make up a new
 * one with every request, so two counts bound the address as well: requests without a cookie share the
 * allowance of one customer, and all customers of an address share `RATE_LIMIT_ADDRESS_PER_HOUR`.
 *
 * Search has a class of its own because each new text is one paid call with Titan embeddings. It is not
 * strict, because searching is browsing, and the price is low: 200 characters are about 50 tokens, at 0.02 USD
 * a million (https://aws.amazon.com/bedrock/pricing/) 1 USD for a million searches. 300 a minute bound one
 * address to 0.43 USD a day, and to a fraction of the calls that Bedrock grants an account.
 */
export function limitsOf(environment: Environment): Record<LimitClass, ClassLimits> {
  const strict = (name: string): RateLimit[] => [
    { name: `${name}-hour`, most: environment.RATE_LIMIT_PER_HOUR, windowSeconds: hour },
    { name: `${name}-day`, most: environment.RATE_LIMIT_PER_DAY, windowSeconds: day },
  ];
  const perMinute = (name: string, most: number): RateLimit => ({ name, most, windowSeconds: minute });
  const ofAddress = (name: string): RateLimit[] => [
    { name, most: environment.RATE_LIMIT_ADDRESS_PER_HOUR, windowSeconds: hour },
  ];
  const address = (...perAddress: RateLimit[]): ClassLimits => ({ perAddress, perCustomer: [] });
  const customers = ofAddress('customers');
  return {
    none: address(),
    read: address(perMinute('reads', environment.RATE_LIMIT_READS_PER_MINUTE)),
    search: address(perMinute('searches', environment.RATE_LIMIT_SEARCHES_PER_MINUTE)),
    'sign-in': address(...strict('sign-in')),
    chat: address(perMinute('chat', environment.RATE_LIMIT_CHAT_PER_MINUTE), ...strict('chat')),
    // A refresh token cannot be guessed, and each open page refreshes by itself every 15 minutes.
    session: address(...ofAddress('sessions')),
    cart: {
      perCustomer: [{ name: 'cart', most: environment.RATE_LIMIT_CART_PER_HOUR, windowSeconds: hour }],
      perAddress: customers,
    },
    order: { perCustomer: strict('orders'), perAddress: customers },
  };
}
