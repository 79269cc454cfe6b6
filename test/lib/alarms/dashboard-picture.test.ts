import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardPictures } from '../../../bin/draw-dashboards';
import type { DashboardBody } from '../../../lib/alarms/dashboard-body';
import { drawDashboard } from '../../../lib/alarms/dashboard-picture';
import { textWidth } from '../../../lib/alarms/dashboard-svg';

const repository = join(__dirname, '../../..');
const pictures = dashboardPictures();

test.each([...pictures.keys()])('%s is fresh: npm run docs writes it', (file) => {
  expect(readFileSync(join(repository, file), 'utf8')).toBe(pictures.get(file));
});

const place = { x: 0, y: 0, width: 8, height: 6 };
const graph = (line: { value: number; label: string; color: string }): DashboardBody => ({
  widgets: [
    {
      ...place,
      type: 'metric',
      properties: {
        view: 'timeSeries',
        title: 'CPU of <a> & "b", percent',
        metrics: [['AWS/RDS', 'CPUUtilization', { label: 'CPU' }], [{ label: 'hidden', visible: false }]],
        annotations: { horizontal: [line] },
        yAxis: { left: { min: 0, max: 100 } },
      },
    },
  ],
});
const line = { value: 90, label: 'database-cpu: above 90', color: '#ff7f0e' };
const heightOfLine = (svg: string) => Number(/class="threshold"[^>]*d="M[\d.]+ ([\d.]+)/.exec(svg)?.[1]);

test('a picture shows titles, kinds and thresholds, and the metrics that are shown', () => {
  const svg = drawDashboard(graph(line), 'shop');
  for (const text of [
    'CPU of &lt;a> &amp; &quot;b&quot;, percent',
    'graph',
    'database-cpu: above 90',
    '>CPU<',
  ])
    expect(svg).toContain(text);
  expect(svg).not.toContain('hidden');
  expect(svg).toContain('stroke="#ff7f0e"');
});

test('a higher threshold is drawn higher', () => {
  const at = (value: number) => heightOfLine(drawDashboard(graph({ ...line, value }), 'shop'));
  expect(at(90)).toBeLessThan(at(50));
});

test('a picture is 1280 pixels wide, has no letter below 12 pixels, and follows a dark page', () => {
  for (const svg of pictures.values()) {
    expect(svg).toContain('viewBox="0 0 1280 ');
    const sizes = [...svg.matchAll(/font-size: (\d+)px/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(svg).toContain('prefers-color-scheme: dark');
  }
});

test('nothing reaches beyond the picture', () => {
  for (const svg of pictures.values()) {
    const height = Number(/viewBox="0 0 1280 (\d+)"/.exec(svg)?.[1]);
    const boxes = [
      ...svg.matchAll(/<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
    ].map((found) => found.slice(1).map(Number));
    expect(boxes.length).toBeGreaterThan(30);
    const beyond = boxes.filter(([x = 0, y = 0, wide = 0, high = 0]) => x + wide > 1280 || y + high > height);
    expect(beyond).toEqual([]);
  }
});

test('lines close to each other have labels that do not overlap', () => {
  for (const svg of pictures.values()) {
    const labels = [...svg.matchAll(/<text class="line" x="([\d.]+)" y="([\d.]+)"/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(labels.length).toBeGreaterThan(10);
    const close = labels.filter(([x, y = 0], index) =>
      labels.slice(index + 1).some(([otherX, otherY = 0]) => x === otherX && Math.abs(y - otherY) < 12),
    );
    expect(close).toEqual([]);
  }
});

test('the names of alarms are whole, without the name of their stack', () => {
  const names: Record<string, string> = {
    production: 'release-rolled-back-by-alarm',
    mvp: 'database-connections',
  };
  for (const [name, alarm] of Object.entries(names))
    expect(pictures.get(`docs/pictures/dashboard-${name}.svg`)).toContain(`>${alarm}<`);
});

test('a widget of alarms has room for their names', () => {
  const svg = pictures.get('docs/pictures/dashboard-production.svg') ?? '';
  const tiles = [...svg.matchAll(/<rect class="tile"[^>]*width="([\d.]+)"[^>]*>\n?<text[^>]*>([^<]*)</g)];
  expect(tiles.length).toBeGreaterThan(40);
  const tooLong = tiles.filter(([, width, name = '']) => textWidth(name, 12) > Number(width) - 8);
  expect(tooLong.map(([, , name]) => name)).toEqual([]);
});
