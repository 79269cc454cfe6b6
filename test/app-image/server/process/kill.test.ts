import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import type { Database } from '../../../../app-image/server/database/database';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { orderLines, orders, products } from '../../../../app-image/server/database/schema';
import { startServer, type ServerProcess } from '../../../setup/server-process';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { fillCatalogue, lamp, rug, shipTo, silent, unlimited } from '../../../setup/shop';

const rounds = Number(process.env.KILL_ROUNDS ?? 20);
const writers = 8;
/** Fewer than are ordered, so that the stock runs out during the test. */
const stock = 400;

describe('kill -9 of the server while customers order', () => {
  let postgres: Service;
  let database: Database;
  let server: ServerProcess;
  let over = false;
  const goesOn = () => !over;
  /** Orders that were answered, whatever the answer. */
  let answered = 0;
  /** The order each acknowledged key stands for. */
  const acknowledged = new Map<string, string>();

  beforeAll(async () => {
    postgres = await startPostgres();
    database = await openDatabase(readEnvironment(postgresVariables(postgres)), silent);
    await fillCatalogue(database);
    await database.orm.update(products).set({ stock });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await postgres.remove();
  });

  const variables = () => ({
    ...postgresVariables(postgres),
    ...unlimited,
    JWT_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    LOG_LEVEL: 'error',
  });

  /** One request; nothing when the server was killed before it answered. */
  async function ask(method: string, path: string, body: object, headers: Record<string, string> = {}) {
    try {
      const answer = await fetch(server.url + path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as { id?: string; accessToken?: string } };
    } catch {
      await sleep(20);
      return undefined;
    }
  }

  async function register(): Promise<string> {
    const email = `${randomUUID()}@example.test`;
    const registered = await ask('POST', '/api/accounts', {
      email,
      name: 'Ada',
      password: 'correct horse battery',
    });
    return `Bearer ${registered?.body.accessToken ?? ''}`;
  }

  /** A customer who repeats every unanswered request under the same key. */
  async function order(authorization: string): Promise<void> {
    while (goesOn()) {
      const key = randomUUID();
      await ask(
        'PUT',
        `/api/cart/items/${Math.random() < 0.5 ? lamp : rug}`,
        { quantity: 1 },
        { authorization },
      );
      let status: number | undefined;
      do {
        const answer = await ask(
          'POST',
          '/api/orders',
          { shipTo },
          { authorization, 'idempotency-key': key },
        );
        status = answer?.status;
        if (status !== undefined) answered += 1;
        if (status === 201) acknowledged.set(key, answer?.body.id ?? '');
      } while (goesOn() && (status === undefined || status === 503));
    }
  }

  test(`${rounds} times: no acknowledged order lost, none twice, no stock below zero`, async () => {
    server = await startServer(variables());
    const accounts = await Promise.all(Array.from({ length: writers }, register));
    const customers = accounts.map(order);
    for (let round = 0; round < rounds; round++) {
      // On a slow machine as on a fast one, every round gets some work done before it ends in the middle of more.
      for (const enough = answered + writers; answered < enough;) await sleep(20);
      await sleep(Math.random() * 50);
      server.signal('SIGKILL');
      await server.ended;
      server = await startServer(variables());
    }
    await sleep(300);
    over = true;
    await Promise.all(customers);
    server.signal('SIGTERM');
    await server.ended;

    const kept = await database.orm.select().from(orders);
    const byKey = new Map(kept.map(({ idempotencyKey, id }) => [idempotencyKey, id]));
    expect(byKey.size).toBe(kept.length);
    expect(acknowledged.size).toBeGreaterThan(rounds);
    for (const [key, id] of acknowledged) expect(byKey.get(key)).toBe(id);

    for (const product of [lamp, rug]) {
      const [row] = await database.orm.select().from(products).where(eq(products.id, product));
      const [sold] = await database.orm
        .select({ count: sql<number>`coalesce(sum(${orderLines.quantity}), 0)::int` })
        .from(orderLines)
        .where(eq(orderLines.productId, product));
      expect(row?.stock).toBe(stock - (sold?.count ?? 0));
      expect(row?.stock).toBeGreaterThanOrEqual(0);
    }
    const empty = await database.orm
      .select({ id: orders.id })
      .from(orders)
      .leftJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(sql`${orderLines.orderId} is null`);
    expect(empty).toEqual([]);
  }, 600_000);
});
