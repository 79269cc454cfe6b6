import type { Colour } from '../drawing/palette';
import type { Shape } from '../drawing/shapes';

export interface CategorySeed {
  readonly slug: string;
  readonly name: string;
  readonly products: readonly ProductSeed[];
}

interface ProductSeed {
  readonly name: string;
  readonly priceCents: number;
  /** Stock when the product is added to the shop. */
  readonly stock: number;
  /** Shape and colour of its picture. */
  readonly drawn: readonly [Shape, Colour];
  readonly description: string;
  /** Value by label. */
  readonly details: Readonly<Record<string, string>>;
}
