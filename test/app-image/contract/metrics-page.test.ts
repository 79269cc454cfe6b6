import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsPage } from '../../../app-image/contract/metrics-page';
import { billedMetrics, metrics, metricUsdPerMonth } from '../../../app-image/contract/metrics';

const text = (file: string) => readFileSync(join(__dirname, '../../..', file), 'utf8');
const page = text('docs/metrics.md');

describe('C29: docs/metrics.md', () => {
  test('is what the contract says; `npm run docs --workspace app-image` writes it', () => {
    expect(page).toBe(metricsPage());
  });

  test.each(Object.entries(metrics))('says what %s is, its unit and its dimensions', (name, definition) => {
    const [row = ''] = page.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
    for (const word of [definition.unit, definition.dimensions.join(', '), definition.meaning])
      expect(row).toContain(word);
  });

  test('the prices of the rows add up to the total, which the contract and the page name', () => {
    const prices = [...page.matchAll(/^\| `\w+` \|.* ([\d.]+) \|$/gm)].map(([, usd]) => Number(usd));
    expect(prices).toHaveLength(Object.keys(metrics).length);
    const total = prices.reduce((sum, usd) => sum + usd, 0);
    expect(total).toBeCloseTo(billedMetrics * metricUsdPerMonth, 10);
    const stated = `${billedMetrics} metrics`;
    expect(page).toContain(`at most ${stated}. They cost at most ${total.toFixed(2)} USD`);
    expect(text('app-image/contract/metrics.ts').replace(/\s+\*\s+/g, ' ')).toMatch(
      new RegExp(`= ${stated}, .* at most ${total.toFixed(2)} USD a month`),
    );
  });

  test('one line of a class holds fewer metrics than CloudWatch reads', () => {
    expect(Object.keys(metrics).length).toBeLessThanOrEqual(100);
  });
});
