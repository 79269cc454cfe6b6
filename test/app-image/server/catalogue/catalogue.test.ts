import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { fillCatalogue, openTestShop, unlimited, type OpenedShop } from '../../../setup/shop';

interface Page {
  readonly items: {
    readonly id: number;
    readonly name: string;
    readonly priceCents: number;
    readonly stock: number;
  }[];
  readonly next: string | null;
}

describe('the catalogue', () => {
  let service: Service;
  let opened: OpenedShop;
  beforeAll(async () => {
    service = await startPostgres();
    opened = await openTestShop({ ...unlimited, ...postgresVariables(service) });
    await fillCatalogue(opened.shop.database, 50);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await service.remove();
  });
  const page = async (query: Record<string, string>) =>
    (await opened.app.inject({ url: '/api/products', query })).json<Page>();
  async function all(query: Record<string, string>): Promise<Page['items']> {
    const items: Page['items'] = [];
    let next: string | null = null;
    do {
      const found: Page = await page({ ...query, limit: '7', ...(next === null ? {} : { cursor: next }) });
      items.push(...found.items);
      next = found.next;
    } while (next !== null);
    return items;
  }

  test.each(['newest', 'price-asc', 'price-desc', 'name'])(
    'pages by %s show every product once',
    async (sort) => {
      const items = await all({ sort });
      expect(items).toHaveLength(53);
      expect(new Set(items.map(({ id }) => id)).size).toBe(53);
    },
  );

  test('prices rise and fall as asked', async () => {
    const prices = (await all({ sort: 'price-asc' })).map(({ priceCents }) => priceCents);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect((await all({ sort: 'price-desc' })).map(({ priceCents }) => priceCents)).toEqual(
      [...prices].reverse(),
    );
  });

  test('filters narrow, and combine', async () => {
    const found = await all({
      category: 'sit',
      minPriceCents: '1100',
      maxPriceCents: '1300',
      inStock: 'true',
    });
    expect(found.length).toBeGreaterThan(5);
    for (const { priceCents, stock } of found) {
      expect(stock).toBeGreaterThan(0);
      expect(priceCents).toBeGreaterThanOrEqual(1100);
      expect(priceCents).toBeLessThanOrEqual(1300);
    }
    for (const { stock } of await all({ inStock: 'false' })) expect(stock).toBe(0);
  });

  test('a cursor from a list in another order is refused', async () => {
    const { next } = await page({ sort: 'name', limit: '1' });
    const answer = await opened.app.inject({
      url: '/api/products',
      query: { sort: 'newest', cursor: next ?? '' },
    });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'querystring.cursor' }] });
  });

  test('categories say how many products they hold', async () => {
    expect((await opened.app.inject('/api/categories')).json()).toEqual([
      { slug: 'light', name: 'Light', products: 1 },
      { slug: 'floor', name: 'Floor', products: 1 },
      { slug: 'sit', name: 'Sit', products: 51 },
    ]);
  });

  test('one product comes with all its details, an unknown one is a 404', async () => {
    expect((await opened.app.inject('/api/products/wool-rug')).json()).toMatchObject({
      name: 'Wool rug',
      details: [],
    });
    expect((await opened.app.inject('/api/products/nothing')).statusCode).toBe(404);
  });

  test('text search finds any of the words and ranks the name first', async () => {
    const found = await opened.shop.catalogue.searchText('a lamp for reading, or a rug', 5);
    expect(found.map(({ slug }) => slug)).toEqual(['brass-reading-lamp', 'wool-rug']);
  });

  test('the API describes itself', async () => {
    const { paths } = (await opened.app.inject('/api/docs/json')).json<{ paths: Record<string, object> }>();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/products', '/api/orders', '/api/chat', '/api/ready']),
    );
    expect((await opened.app.inject('/api/docs')).body).toContain('swagger-ui');
  });
});
