import autocannon, { type Client, type Instance } from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measurements } from './measurements';
import type { Shop } from './shop';
import { visitUnderWay } from './scenario';
import { OrderAllowance } from './stock';
import { seeded } from './random';
import { VirtualCustomer } from './virtual-customer';

/** Each virtual customer sends one request a second, so there are as many customers as requests a second. */
export const intervalMs = 1000;
/** Customers start in this many groups, spread over a second, so that requests do not come in bursts. */
const mostGroups = 50;
/** A connection that failed this often in a row will not come back during the run. */
const mostFailures = 100;
/** Most requests that a visit under way has left: as many as most visits of the scenario have. */
const longestVisit = 8;

export interface Load {
  readonly url: URL;
  readonly shop: Shop;
  readonly orders: boolean;
  readonly chat: boolean;
  /** Requests a second. */
  readonly rate: number;
  /** Seconds that are measured. */
  readonly seconds: number;
  /** Seconds before, which are not measured. */
  readonly warmUpSeconds: number;
  /** Longest wait for an answer, in seconds. @default 10 */
  readonly timeoutSeconds?: number;
  readonly measurements: Measurements;
}

/**
 * Lets the virtual customers visit the shop.
 *
 * @returns whether the shop took connections until the end
 */
export async function generateLoad(load: Load): Promise<boolean> {
  const groups = Math.min(load.rate, mostGroups);
  const started = performance.now();
  const allowance = new OrderAllowance(load.shop.products);
  const customerOf = (number: number) => {
    const visitor = { shop: load.shop, allowance, random: seeded(number) };
    return new VirtualCustomer({
      visitor,
      firstVisit: visitUnderWay(visitor, number % longestVisit),
      options: load,
      origin: load.url.origin,
      measurements: load.measurements,
      measuredFrom: started + load.warmUpSeconds * 1000,
    });
  };
  const running: Group[] = [];
  for (let number = 0; number < groups; number++) {
    await sleep(started + (number * intervalMs) / groups - performance.now());
    const size = Math.floor(load.rate / groups) + (number < load.rate % groups ? 1 : 0);
    const members = Array.from({ length: size }, (_, member) => customerOf(number + member * groups));
    running.push(new Group(load, members));
  }
  await Promise.all(running.map(({ ended }) => ended));
  await Promise.all(running.map((group) => group.emptyCarts()));
  return running.every(({ isConnected }) => isConnected);
}

/** Customers that send at the same moment of each second. Each has a connection of its own, as a browser has. */
class Group {
  readonly ended: Promise<void>;
  isConnected = true;
  readonly #instance: Instance;

  constructor(
    private readonly load: Load,
    private readonly customers: readonly VirtualCustomer[],
  ) {
    const { url, seconds, warmUpSeconds, timeoutSeconds = 10 } = load;
    const waiting = [...customers];
    const requestsEach = seconds + warmUpSeconds;
    let finish: (problem: unknown) => void = () => undefined;
    this.#instance = autocannon(
      {
        url: url.origin,
        connections: customers.length,
        connectionRate: 1000 / intervalMs,
        amount: requestsEach * customers.length,
        timeout: timeoutSeconds,
        setupClient: (client) => {
          const customer = waiting.shift();
          if (customer) this.#connect(client, customer);
        },
      },
      (problem) => finish(problem),
    );
    // The last requests are waited for, but not for ever.
    const limit = setTimeout(() => this.#instance.stop(), (requestsEach + timeoutSeconds) * 1000);
    this.ended = new Promise((resolve, reject) => {
      finish = (problem) => {
        clearTimeout(limit);
        customers.forEach((customer) => customer.endRun());
        if (problem instanceof Error) reject(problem);
        else resolve();
      };
    });
  }

  /** Empties the carts of visits that the end of the run cut short. A shop that is gone keeps them. */
  async emptyCarts(): Promise<void> {
    for (const { path, ...request } of this.customers.flatMap((customer) => customer.leftCart() ?? []))
      await fetch(new URL(path, this.load.url), {
        ...request,
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined);
  }

  #connect(client: Client, customer: VirtualCustomer): void {
    let failures = 0;
    const events: NodeJS.EventEmitter = client;
    events.on('headers', () => customer.headersArrived());
    events.on('connError', () => {
      if (++failures < mostFailures) return;
      this.isConnected = false;
      this.#instance.stop();
    });
    client.setRequests([
      {
        setupRequest: (request) => ({ ...request, ...customer.next() }),
        onResponse: (status, body, _, headers) => {
          failures = 0;
          customer.answered(status, body, headers ?? {});
        },
      },
    ]);
  }
}
