import { catalogue, slugOf } from '../../../app-image/seed/catalogue';

const products = catalogue.flatMap(({ products: ofCategory }) =>
  ofCategory.map((product) => ({ ...product, slug: slugOf(product.name) })),
);

test('the opening catalogue has at least 200 products in ten categories', () => {
  expect(catalogue).toHaveLength(10);
  expect(products.length).toBeGreaterThanOrEqual(200);
});

test('every product has its own address, and a price and a stock', () => {
  expect(new Set(products.map(({ slug }) => slug)).size).toBe(products.length);
  expect(products.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  expect(products.filter(({ priceCents, stock }) => priceCents < 500 || stock < 1)).toEqual([]);
});

test('every product is described in two sentences or more, with details', () => {
  const poor = products.filter(
    ({ description, details }) => description.length < 60 || Object.keys(details).length < 2,
  );
  expect(poor.map(({ name }) => name)).toEqual([]);
});
