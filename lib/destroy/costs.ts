import { priceOf, type RegionalPrice, type Stored } from './prices';
import type { Remnant, RemnantKind } from './remnant';

/** What each kind is billed as; the kinds that are missing are free. */
const storedAs: Partial<Readonly<Record<RemnantKind, Stored>>> = {
  'final snapshot of the database': 'database backup',
  'automated backups of the database': 'database backup',
  'final snapshot of the cache': 'cache snapshot',
  'file system': 'file system',
  bucket: 'objects',
  secret: 'secret',
  'log group': 'log lines',
  'log groups of App Runner': 'log lines',
  'log group of Container Insights': 'log lines',
  key: 'key',
};

export type Cost =
  { readonly is: 'free' } | { readonly is: 'not priced' } | ({ readonly is: 'priced' } & RegionalPrice);

export function costOf({ kind, region }: Remnant): Cost {
  if (kind === 'other') return { is: 'not priced' };
  const stored = storedAs[kind];
  if (stored === undefined) return { is: 'free' };
  const price = priceOf(stored, region);
  return price ? { is: 'priced', ...price } : { is: 'not priced' };
}

/** USD a month for what is billed by the piece, as long as it stays. */
export function monthlyForPieces(remnants: readonly Remnant[]): number {
  const pieces = remnants
    .map(costOf)
    .map((cost) => (cost.is === 'priced' && cost.unit === 'each' ? cost.usd : 0));
  return Math.round(pieces.reduce((sum, usd) => sum + usd, 0) * 100) / 100;
}
