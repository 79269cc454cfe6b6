import { catalogue, slugOf } from './catalogue';
import { drawPicture } from './drawing/picture';

/** The picture of every product of the opening catalogue: SVG by the product's slug. */
export function productPictures(): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  for (const [place, { slug: category, products }] of catalogue.entries()) {
    for (const [turn, { name, drawn }] of products.entries()) {
      const [shape, colour] = drawn;
      pictures.set(slugOf(name), drawPicture({ shape, colour, category, turn: place + turn }));
    }
  }
  return pictures;
}
