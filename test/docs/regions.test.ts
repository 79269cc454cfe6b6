import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionsPage } from '../../lib/deployment/reference/regions-page';
import { regions } from '../../lib/regions/regions';
import { serviceNames, services } from '../../lib/regions/services';
import { zoneGaps } from '../../lib/regions/zones';

const page = readFileSync(join(__dirname, '../../docs/regions.md'), 'utf8');

test('docs/regions.md is what lib/regions says; `npm run docs` writes it', () => {
  expect(page).toBe(regionsPage());
});

test('it has a row for each region, and each source', () => {
  for (const { region, place } of regions) expect(page).toContain(`| \`${region}\` | ${place} |`);
  for (const source of serviceNames.flatMap((name) => [...services[name].sources]))
    expect(page).toContain(`](${source})`);
  for (const { zone, lacks, source } of zoneGaps)
    expect(page).toMatch(
      new RegExp(`^\\| \`${zone}\` .*\\| ${lacks} \\| \\[\\w+\\]\\(${source}\\) \\|$`, 'm'),
    );
});
