import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureWidths } from '../../../app-image/api/catalogue';
import { catalogue, slugOf } from '../../../app-image/seed/catalogue';
import { drawPicture } from '../../../app-image/seed/drawing/picture';

const products = catalogue.flatMap(({ slug, products: ofCategory }) =>
  ofCategory.map((product, turn) => ({ ...product, category: slug, turn, slug: slugOf(product.name) })),
);
const directory = join(__dirname, '../../../app-image/seed/pictures');

test('the shop opens with about 200 products in ten categories', () => {
  expect(catalogue).toHaveLength(10);
  expect(products.length).toBeGreaterThanOrEqual(200);
});

test('every product has an address, a price and a stock of its own', () => {
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

test('no two products look the same', () => {
  const drawings = products.map(({ drawn: [shape, colour], category, turn }) =>
    drawPicture({ shape, colour, category, turn }),
  );
  expect(new Set(drawings).size).toBe(products.length);
});

describe('C35: product pictures', () => {
  test('every product has AVIF and WebP in every width the pages ask for, and nothing lies around', async () => {
    const expected = products.flatMap(({ slug }) =>
      pictureWidths.flatMap((width) => ['avif', 'webp'].map((format) => `${slug}-${width}.${format}`)),
    );
    expect((await readdir(directory)).sort()).toEqual(expected.sort());
  });

  test('all of them together are small enough to ship in the image', async () => {
    const files = await readdir(directory);
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(directory, file))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });

  test.each(pictureWidths)('a picture named %i is as wide and as high', async (width) => {
    const { slug } = products[37] ?? { slug: '' };
    for (const format of ['avif', 'webp']) {
      const picture = await sharp(join(directory, `${slug}-${width}.${format}`)).metadata();
      expect([picture.width, picture.height]).toEqual([width, width]);
    }
  });
});
