import { catalogue, slugOf } from '../../../app-image/seed/catalogue';
import { paint } from '../../../app-image/seed/drawing/paint';
import { palette } from '../../../app-image/seed/drawing/palette';
import { productPictures } from '../../../app-image/seed/pictures';

const pictures = productPictures();
const products = catalogue.flatMap(({ products }) =>
  products.map(({ name, drawn }) => ({ slug: slugOf(name), drawn })),
);

/** Names of the pictures for which `wrong` is true. */
const namesWhere = (wrong: (svg: string) => boolean) =>
  [...pictures].filter(([, svg]) => wrong(svg)).map(([name]) => name);

describe('C35: product pictures', () => {
  test('every product has one, and no two are alike', () => {
    expect([...pictures.keys()]).toEqual(products.map(({ slug }) => slug));
    expect(new Set(pictures.values()).size).toBe(products.length);
  });

  test('each has the colour that its alternative text names', () => {
    const without = products.filter(
      ({ slug, drawn: [, colour] }) => !pictures.get(slug)?.includes(palette[colour].main),
    );
    expect(without.map(({ slug }) => slug)).toEqual([]);
  });

  test('each is below 2 kB, and all of them together below 200 kB', () => {
    expect(namesWhere((svg) => Buffer.byteLength(svg) >= 2_000)).toEqual([]);
    expect(Buffer.byteLength([...pictures.values()].join(''))).toBeLessThan(200_000);
  });

  test('each is a square vector picture, whatever size it is shown in', () => {
    const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" ';
    expect(namesWhere((svg) => !svg.startsWith(start))).toEqual([]);
  });

  test('C15: none holds anything that a Content-Security-Policy would have to allow', () => {
    const tags = /^(<\/?(svg|g|path|rect|circle|ellipse)(\s[^<>]*)?>)+$/;
    expect(namesWhere((svg) => !tags.test(svg))).toEqual([]);
    expect(namesWhere((svg) => /\s(style|class|href|xlink:\w+|on\w+)=|url\(/i.test(svg))).toEqual([]);
  });

  test('a shape with a class that has no meaning is refused, as it would be drawn without colour', () => {
    expect(() => paint('<path class="q" d="M0 0z"/>', palette.teal)).toThrow('"q"');
    expect(() => paint('<path class="sq2" d="M0 0z"/>', palette.teal)).toThrow('"sq2"');
  });
});
