import { costOf, monthlyForPieces } from './costs';
import type { Remnant } from './remnant';

/** What stays, what each costs, and the sum, as lines. */
export function staying(remnants: readonly Remnant[], region: string): string[] {
  return [
    ...alike(remnants).flatMap(({ what, price, names }) => [
      `${names.length} × ${what}: ${names.join(', ')}`,
      `  ${price}`,
    ]),
    `Together ${dollars(monthlyForPieces(remnants))} a month, and what is stored by the gigabyte. Prices are of November 2026.`,
    ...bootstrap(region),
  ];
}

/** The assets of a deployment are in the account's bootstrap stack, which no deployment owns. */
const bootstrap = (region: string) => [
  `The bootstrap stack CDKToolkit in ${region} stays for other deployments. Its bucket and its image repository`,
  'keep the assets of this one; `npx cdk gc --unstable=gc` removes assets that no stack uses.',
];

const nameOf = ({ kind, type }: Remnant) => (kind === 'other' ? type : kind);

interface Group {
  readonly what: string;
  /** What each costs, and when it goes by itself. */
  readonly price: string;
  /** Stack and logical id of each. */
  readonly names: readonly string[];
}

/** Those with the same kind, price and expiry are shown together. */
function alike(remnants: readonly Remnant[]): Group[] {
  const groups = new Map<string, Group>();
  for (const remnant of remnants) {
    const what = nameOf(remnant);
    const price = [priceOf(remnant), remnant.until].filter(Boolean).join('; ');
    const names = [...(groups.get(what + price)?.names ?? []), `${remnant.stack}/${remnant.name}`];
    groups.set(what + price, { what, price, names });
  }
  return [...groups.values()];
}

function priceOf(remnant: Remnant): string {
  const cost = costOf(remnant);
  if (cost.is !== 'priced') return cost.is;
  const { usd, unit, region } = cost;
  return [
    `${dollars(usd)} ${unit}`,
    region === remnant.region ? '' : ` in ${region}, not looked up for ${remnant.region}`,
    remnant.mostGB === undefined ? '' : `, at most ${dollars(usd * remnant.mostGB)} for ${remnant.mostGB} GB`,
    // https://aws.amazon.com/kms/pricing/
    remnant.kind === 'key' ? ', and as much for each of its first two yearly rotations' : '',
  ].join('');
}

/** Cents, or tenths of a cent where the price has them. */
function dollars(usd: number): string {
  const exact = usd.toFixed(3);
  return `$${exact.endsWith('0') ? usd.toFixed(2) : exact}`;
}
