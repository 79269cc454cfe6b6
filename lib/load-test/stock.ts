import type { ProductOnSale } from './shop';

/** Most of a product's stock that a run may order, in percent. */
const mostPercent = 10;

/** Which products a run may still order. One order takes one piece, always of the product with the most left. */
export class OrderAllowance {
  readonly #left: Map<number, number>;

  constructor(products: readonly ProductOnSale[]) {
    this.#left = new Map(products.map(({ id, stock }) => [id, Math.floor((stock * mostPercent) / 100)]));
  }

  /** Pieces that may still be ordered. */
  get left(): number {
    return [...this.#left.values()].reduce((sum, pieces) => sum + pieces, 0);
  }

  /** Takes one piece. @returns the product's id; undefined when the run may order no more */
  take(): number | undefined {
    const [id, pieces] = [...this.#left].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
    if (pieces === 0) return undefined;
    this.#left.set(id, pieces - 1);
    return id;
  }
}
