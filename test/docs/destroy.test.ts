import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costOf } from '../../lib/destroy/costs';
import { remnantKinds, type RemnantKind } from '../../lib/destroy/remnant';

const page = readFileSync(join(__dirname, '../../docs/destroy.md'), 'utf8');

/** Rows of the table of what stays: what it is, and what it costs. */
const rows = [...page.matchAll(/^\| ([a-zA-Z][^|]+?) +\| [^|]+ \| ([^|]+?) +\|$/gm)].map(
  ([, what = '', cost = '']) => ({ what, cost }),
);

const rowOf = (kind: RemnantKind) => {
  // `secret` is `secrets` in the table, and `log groups of App Runner` are log groups.
  const words = kind
    .replace(/ of (App Runner|Container Insights)$/, '')
    .replace(/that validates? a.*$/, '')
    .trim();
  return rows.find(({ what }) => what.startsWith(words.replace(/s$/, '')));
};

const known = remnantKinds.filter((kind) => kind !== 'other');

test.each(known)('the page says what a %s costs', (kind) => {
  const cost = costOf({ kind, stack: 'data', region: 'us-east-1', name: 'Any', type: 'Any' });
  const row = rowOf(kind);
  if (cost.is === 'free') expect(row?.cost).toBe('nothing');
  else if (cost.is === 'not priced') expect(row?.cost).toContain('was not looked up');
  else expect(Number(/^\$([\d.]+)/.exec(row?.cost ?? '')?.[1])).toBe(cost.usd);
});
