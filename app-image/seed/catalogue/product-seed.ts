import type { Colour } from '../drawing/palette';
import type { Shape } from '../drawing/shapes';

export interface CategorySeed {
  readonly slug: string;
  readonly name: string;
  readonly products: readonly ProductSeed[];
}

export interface ProductSeed {
  readonly name: string;
  readonly priceCents: number;
  /** Pieces at the opening of the shop. */
  readonly stock: number;
  /** What its picture shows, and in which colour. */
  readonly drawn: readonly [Shape, Colour];
  readonly description: string;
  /** Value by label. */
  readonly details: Readonly<Record<string, string>>;
}
