import type { Tones } from './palette';

/** Colours that no product changes: metal, ink, white, wood, leaf, glow, red and ice. */
const fixedColours = {
  m: '#c3cad4',
  k: '#30343f',
  w: '#fffdf7',
  b: '#b98a5e',
  e: '#5d9465',
  y: '#f4c95d',
  r: '#dd6b66',
  i: '#a8d4e6',
};

/** Lines of metal and ice are darker than surfaces, so that they stand out from them. */
const lineColours = { m: '#9aa4b2', I: '#6fb3d2' };

/** Widths of lines in units of the drawing; a line without a digit takes the width of the whole picture. */
const lineWidths: Readonly<Record<string, string>> = { '1': '2.5', '2': '4.5' };

/** Classes that are neither a surface nor a line of one colour: glass, faint and a thick line. */
const special: Readonly<Record<string, string>> = {
  g: 'fill="#fff" fill-opacity=".55"',
  o: 'opacity=".35"',
  w4: 'stroke-width="20"',
};

/**
 * Replaces the short class names of a shape by SVG attributes. A style sheet would do the same, but a
 * page's Content-Security-Policy may block a style sheet inside a picture, and it takes more bytes.
 * Throws when a class has no meaning.
 */
export function paint(shape: string, { main: c, dark: d, light: l }: Tones): string {
  const surfaces: Readonly<Record<string, string>> = { ...fixedColours, c, d, l };
  const lines: Readonly<Record<string, string>> = { ...surfaces, ...lineColours };
  const attributes = (name: string): string => {
    const [, lineColour = '', width = ''] = /^s([a-zI])([12]?)$/.exec(name) ?? [];
    const line = lines[lineColour];
    if (line) return `stroke="${line}"${width && ` stroke-width="${lineWidths[width] ?? ''}"`}`;
    const found = special[name] ?? (surfaces[name] && `fill="${surfaces[name]}"`);
    if (!found) throw new Error(`The class "${name}" of a shape has no meaning. Known ones are in paint.ts.`);
    return found;
  };
  return shape.replaceAll(/class="([^"]*)"/g, (_, names: string) =>
    names.split(' ').map(attributes).join(' '),
  );
}
