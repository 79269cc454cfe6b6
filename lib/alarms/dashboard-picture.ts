import type {
  AlarmStatusWidget,
  DashboardBody,
  LogWidget,
  MetricWidget,
  TextWidget,
  Widget,
} from './dashboard-body';
import {
  card,
  escape,
  framed,
  headingText,
  label,
  padding,
  round,
  smallText,
  style,
  textWidth,
  titleHeight,
  type Box,
} from './dashboard-svg';

/** Width of the picture in pixels: of the narrowest window in which the dashboard must be readable. */
const pictureWidth = 1280;

const columns = 24;
const columnWidth = pictureWidth / columns;
const rowHeight = 34;
const gap = 8;

/**
 * A picture of a dashboard as SVG, 1280 pixels wide: where each widget stands, its title, its kind and the lines of
 * its thresholds. The curves are drawn by rule and show no data. The same body gives the same picture.
 *
 * @param name of the dashboard, for readers who cannot see the picture
 */
export function drawDashboard({ widgets }: DashboardBody, name: string): string {
  const rows = Math.max(...widgets.map(({ y, height }) => y + height));
  const height = rows * rowHeight + gap;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureWidth} ${height}" width="${pictureWidth}" height="${height}" role="img" aria-label="${escape(`Layout of the dashboard of ${name}`)}">`,
    `<style>${style}</style>`,
    `<rect width="${pictureWidth}" height="${height}" fill="var(--page)"/>`,
    ...widgets.map((widget) => draw(widget, commonStart(widgets))),
    '</svg>',
    '',
  ].join('\n');
}

function boxOf({ x, y, width, height }: Widget): Box {
  return {
    x: round(x * columnWidth + gap / 2),
    y: y * rowHeight + gap,
    width: round(width * columnWidth - gap),
    height: height * rowHeight - gap,
  };
}

function draw(widget: Widget, start: string): string {
  const box = boxOf(widget);
  switch (widget.type) {
    case 'text':
      return drawText(widget, box);
    case 'alarm':
      return drawAlarms(widget, box, start);
    case 'log':
      return drawTable(widget, box);
    case 'metric':
      return widget.properties.view === 'singleValue' ? drawNumber(widget, box) : drawGraph(widget, box);
  }
}

function drawText({ properties: { markdown } }: TextWidget, box: Box): string {
  const heading = /^#+ (.*)$/.exec(markdown)?.[1];
  if (heading !== undefined) return label(heading, box.x + 4, box.y + headingText, 'heading');
  const paragraphs = markdown.replaceAll(/[*`]/g, '').split('\n\n');
  return [
    card(box),
    ...paragraphs.map((paragraph, index) => label(paragraph, box.x + padding, box.y + 26 + index * 24)),
  ].join('\n');
}

function drawAlarms({ properties: { title, alarms } }: AlarmStatusWidget, box: Box, start: string): string {
  const inRow = 6;
  const tile = { width: (box.width - 2 * padding) / inRow, height: 26 };
  return [
    ...framed(title, 'alarms', box),
    ...alarms.map((name, index) => {
      const x = round(box.x + padding + (index % inRow) * tile.width);
      const y = box.y + titleHeight + Math.floor(index / inRow) * rowHeight;
      return [
        `<rect class="tile" x="${x}" y="${y}" width="${round(tile.width - gap)}" height="${tile.height}" rx="4"/>`,
        label(name.slice(start.length), x + 6, y + 17),
      ].join('\n');
    }),
  ].join('\n');
}

function drawTable({ properties: { title, query } }: LogWidget, box: Box): string {
  const fields = (/fields ([^\n|]*)/.exec(query)?.[1] ?? '').split(',').map((field) => field.trim());
  const top = box.y + titleHeight + 14;
  const columnOf = (index: number) =>
    round(box.x + padding + (index * (box.width - 2 * padding)) / fields.length);
  const lines = Math.floor((box.height - titleHeight - 24) / 22);
  return [
    ...framed(title, 'table', box),
    ...fields.map((field, index) => label(field, columnOf(index), top, 'weak')),
    ...Array.from(
      { length: lines },
      (_, index) =>
        `<path class="rule" d="M${box.x + padding} ${top + 10 + index * 22}H${round(box.x + box.width - padding)}"/>`,
    ),
  ].join('\n');
}

function drawNumber({ properties: { title, metrics } }: MetricWidget, box: Box): string {
  return [
    ...framed(title, 'number', box),
    label('0.00', box.x + padding, box.y + titleHeight + 22, 'heading'),
    label(shownLabels(metrics).join(', '), box.x + padding + 60, box.y + titleHeight + 22, 'weak'),
  ].join('\n');
}

const curveColors = ['var(--a)', 'var(--b)', 'var(--c)'];

function drawGraph({ properties }: MetricWidget, box: Box): string {
  const { title, metrics, annotations, yAxis } = properties;
  const lines = annotations?.horizontal ?? [];
  const area = {
    x: box.x + padding,
    y: box.y + titleHeight + 6,
    width: box.width - 2 * padding,
    height: box.height - titleHeight - 36,
  };
  const values = lines.map(({ value }) => value);
  const top = Math.max(
    yAxis?.left?.max ?? 0,
    ...values.map((value) => value * (yAxis?.left?.max ? 1 : 1.3)),
    1,
  );
  const lowest = Math.min(...values);
  const bottom = yAxis?.left?.min ?? lowest - 4 * (top - lowest);
  const heightOf = (value: number) => round(area.y + area.height * (1 - (value - bottom) / (top - bottom)));
  const isLow = lines.length > 0 && lines.every(({ label: name }) => !/: (above|at least)/.test(name));
  // One label above the highest line would leave the graph, so all are below their lines.
  const isAtTop = values.some((value) => heightOf(value) - area.y < 16);
  const labels = shownLabels(metrics);
  return [
    ...framed(title, 'graph', box),
    `<path class="rule" d="M${round(area.x)} ${round(area.y)}V${round(area.y + area.height)}H${round(area.x + area.width)}"/>`,
    ...labels.map((_, index) =>
      curve(area, (isLow ? 0.12 : 0.5) + index * Math.min(0.1, 0.4 / labels.length), index),
    ),
    ...lines.map(({ value, label: name, color }) => {
      const y = heightOf(value);
      return [
        `<path class="threshold" stroke="${color}" d="M${round(area.x)} ${y}H${round(area.x + area.width)}"/>`,
        label(name, area.x + 8, isAtTop && y + 16 < area.y + area.height ? y + 15 : y - 5, 'line'),
      ].join('\n');
    }),
    legend(labels, box),
  ].join('\n');
}

/** A wave by rule, around a share of the height from the top. */
function curve(area: Box, from: number, index: number): string {
  const points = Array.from({ length: 25 }, (_, step) => {
    const x = round(area.x + (area.width * step) / 24);
    const share = from + 0.05 * Math.sin(step / 2 + index * 2);
    return `${x} ${round(area.y + area.height * share)}`;
  });
  return `<path class="curve" stroke="${colorOf(index)}" d="M${points.join('L')}"/>`;
}

function legend(labels: readonly string[], box: Box): string {
  const most = box.width - 2 * padding;
  const entry = (text: string) => textWidth(text, smallText) + 26;
  let used = 0;
  const shown = labels.filter((text) => (used += entry(text)) <= most - (labels.length > 3 ? 60 : 0));
  let x = box.x + padding;
  const y = box.y + box.height - 10;
  const entries = shown.map((text, index) => {
    const at = x;
    x += entry(text);
    return `<rect x="${round(at)}" y="${y - 9}" width="9" height="9" fill="${colorOf(index)}"/>${label(text, at + 14, y)}`;
  });
  const left = labels.length - shown.length;
  return [...entries, ...(left > 0 ? [label(`and ${left} more`, x, y, 'weak')] : [])].join('\n');
}

const colorOf = (index: number) => curveColors[index % curveColors.length] ?? 'var(--a)';

/** The names of the metrics that a graph shows; those that only feed an expression are hidden. */
function shownLabels(metrics: readonly (readonly unknown[])[]): string[] {
  return metrics.flatMap((metric) => {
    const options = metric.at(-1);
    const shown = typeof options === 'object' && options !== null ? { ...options } : {};
    if ('visible' in shown && shown.visible === false) return [];
    return 'label' in shown ? String(shown.label) : String(metric[1]);
  });
}

/** The words with which the names of all alarms begin: their stack, which the picture leaves out. */
function commonStart(widgets: readonly Widget[]): string {
  const names = widgets.flatMap((widget) => (widget.type === 'alarm' ? widget.properties.alarms : []));
  const words = names.map((name) => name.split('-'));
  const [first = []] = words;
  const different = first.findIndex((word, index) => words.some((each) => each[index] !== word));
  return first
    .slice(0, Math.max(different, 0))
    .map((word) => `${word}-`)
    .join('');
}
