import { sql, type SQL } from 'drizzle-orm';
import { Client } from 'pg';
import { productQuery } from '../../../../app-image/api/catalogue';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { textSearchQuery } from '../../../../app-image/server/catalogue/database-catalogue';
import { cursorAfter, productListQuery } from '../../../../app-image/server/catalogue/product-list';
import type { Database } from '../../../../app-image/server/database/database';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { orderHistoryQuery } from '../../../../app-image/server/shopping/order-history';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

describe('C21, C32: every list reads an index, with 50,000 products', () => {
  let service: Service;
  let database: Database;
  beforeAll(async () => {
    service = await startPostgres({ fsync: 'off' });
    database = await openDatabase(readEnvironment(postgresVariables(service)), silent);
    await database.migrate();
    await fill(service.port);
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await service.remove();
  });

  /** Runs a query under EXPLAIN ANALYZE and gives back every node of its plan. */
  async function planOf(query: { getSQL(): SQL }): Promise<Plan[]> {
    const [row] = await database.orm.transaction(async (orm) => {
      const result: unknown = await orm.execute(sql`explain (analyze, format json) ${query.getSQL()}`);
      return (result as { rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] }).rows;
    });
    return row ? nodes(row['QUERY PLAN'][0].Plan) : [];
  }

  const sorts = ['newest', 'price-asc', 'price-desc', 'name'] as const;
  const filters = [
    {},
    { category: 'category-3' },
    { minPriceCents: 5000, maxPriceCents: 6000 },
    { category: 'category-3', minPriceCents: 5000, maxPriceCents: 6000 },
    { inStock: 'true' },
    { category: 'category-3', inStock: 'true' },
  ];
  const cases = sorts.flatMap((sort) => filters.map((filter) => ({ sort, ...filter })));

  test.each(cases)('the catalogue by %j', async (filter) => {
    const plan = await planOf(productListQuery(database.orm, productQuery.parse(filter)));
    expect(plan.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    // A page of 24 looks at a page's worth of rows, or at those the price range leaves.
    const looked = Math.max(
      ...plan.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
    );
    expect(looked).toBeLessThan(4000);
  });

  test.each(sorts)('a page deep in the catalogue by %s starts where the one before ended', async (sort) => {
    const first = productQuery.parse({ sort, limit: 24 });
    const rows = await productListQuery(database.orm, { ...first, limit: 30_000 });
    const deep = rows.at(-1);
    if (!deep) throw new Error('the catalogue is too small');
    const cursor = cursorAfter(deep, sort);
    const plan = await planOf(productListQuery(database.orm, { ...first, cursor }));
    expect(plan.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(
      Math.max(...plan.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))),
    ).toBeLessThan(100);
  });

  test('one product, a text search and a customer’s orders', async () => {
    const queries = [
      sql`select * from products where slug = 'product-777'`,
      textSearchQuery(database.orm, 'material42 4242', 12).getSQL(),
      orderHistoryQuery(database.orm, '00000000-0000-0000-0000-000000000007', { limit: 10 }).getSQL(),
    ];
    const plans = await Promise.all(queries.map((query) => planOf({ getSQL: () => query })));
    expect(plans.map((plan) => plan.map((node) => node['Node Type']).includes('Seq Scan'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/** On a connection without the shop's time limits. */
async function fill(port: number): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: 'shop', database: 'postgres' });
  await client.connect();
  await client.query(
    `insert into categories select 'category-' || n, 'Category ' || n from generate_series(0, 9) n`,
  );
  await client.query(`
    insert into products (slug, name, category, description, price_cents, stock, picture_name, picture_alt, created_at)
    select 'product-' || n, 'Product ' || md5(n::text), 'category-' || n % 10, 'Made of material' || n % 500 || ', number ' || n,
      (n * 7919) % 100000, (n * 31) % 5, 'picture', 'picture', timestamptz '2026-01-01' + n * interval '1 second'
    from generate_series(1, 50000) n`);
  await client.query(`
    insert into accounts (id, email, name, password_hash)
    select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.test', 'n', 'x'
    from generate_series(1, 1000) n`);
  await client.query(`
    insert into orders (account_id, total_cents, ship_to, idempotency_key, request_hash)
    select ('00000000-0000-0000-0000-' || lpad((1 + n % 1000)::text, 12, '0'))::uuid, n, '{}', n::text, 'x'
    from generate_series(1, 20000) n`);
  await client.query(`vacuum analyze`);
  await client.end();
}
