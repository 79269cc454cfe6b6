import { bath } from './bath';
import { clothing } from './clothing';
import { electronics } from './electronics';
import { garden } from './garden';
import { home } from './home';
import { kitchen } from './kitchen';
import { outdoors } from './outdoors';
import type { CategorySeed } from './product-seed';
import { shoesAndBags } from './shoes-and-bags';
import { stationery } from './stationery';
import { toys } from './toys';

/** The opening catalogue, in the order in which the page lists the categories. */
export const catalogue: readonly CategorySeed[] = [
  kitchen,
  home,
  clothing,
  shoesAndBags,
  outdoors,
  electronics,
  toys,
  garden,
  bath,
  stationery,
];

/** `Ember Cast-Iron Casserole` → `ember-cast-iron-casserole`; also the name of its picture. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[’\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
