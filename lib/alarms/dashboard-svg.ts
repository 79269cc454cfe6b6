/* Parts of the picture of a dashboard, as SVG. */

/** Height of the title of a widget. */
export const titleHeight = 30;
export const padding = 12;
export const smallText = 12;
const titleText = 14;
export const headingText = 20;

/** Mean width of a letter as a share of the size of the font; wide enough for system fonts. */
const letterWidth = 0.56;

export const style = `
  svg { color-scheme: light dark; --page: #f2f3f3; --card: #ffffff; --line: #d5dbdb; --ink: #16191f; --weak: #545b64; --a: #0073bb; --b: #6b48a8; --c: #1d8102; }
  @media (prefers-color-scheme: dark) { svg { --page: #16191f; --card: #21252c; --line: #414750; --ink: #eaeded; --weak: #aab7b8; --a: #5cb3f0; --b: #b79cf0; --c: #7cc65f; } }
  text { font-family: system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: var(--ink); font-size: ${smallText}px; }
  .title { font-size: ${titleText}px; font-weight: 600; }
  .heading { font-size: ${headingText}px; font-weight: 700; }
  .weak { fill: var(--weak); }
  .card { fill: var(--card); stroke: var(--line); }
  .rule { stroke: var(--line); fill: none; }
  .tile { fill: none; stroke: var(--c); }
  .threshold { stroke-width: 1.5; stroke-dasharray: 6 4; fill: none; }
  .line { paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
  .curve { stroke-width: 1.5; fill: none; }
`;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of a text in pixels, by the mean width of a letter. */
export function textWidth(text: string, size: number): number {
  return text.length * size * letterWidth;
}

export function framed(title: string, kind: string, box: Box): string[] {
  return [
    card(box),
    label(title, box.x + padding, box.y + 21, 'title'),
    `<text class="weak" text-anchor="end" x="${round(box.x + box.width - padding)}" y="${box.y + 21}">${kind}</text>`,
  ];
}

export function card({ x, y, width, height }: Box): string {
  return `<rect class="card" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`;
}

export function label(text: string, x: number, y: number, className?: string): string {
  const attribute = className === undefined ? '' : ` class="${className}"`;
  return `<text${attribute} x="${round(x)}" y="${round(y)}">${escape(text)}</text>`;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export const round = (value: number) => Math.round(value * 100) / 100;
