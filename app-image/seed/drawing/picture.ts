import { backgrounds, palette, type Colour } from './palette';
import { shapes, type Shape } from './shapes';

/** Fixed colours: metal, ink, white, wood, leaf, glow, red, ice, and glass that shows what is behind it. */
const fixed = {
  m: '#c3cad4',
  k: '#30343f',
  w: '#fffdf7',
  b: '#b98a5e',
  e: '#5d9465',
  y: '#f4c95d',
  r: '#dd6b66',
  i: '#a8d4e6',
};

function styleSheet(colour: Colour): string {
  const { main, dark, light } = palette[colour];
  const fills = { ...fixed, c: main, d: dark, l: light };
  const lines = {
    sk: fixed.k,
    sm: '#9aa4b2',
    sw: fixed.w,
    sb: fixed.b,
    se: fixed.e,
    sy: fixed.y,
    sr: fixed.r,
  };
  const strokes = { ...lines, sI: '#6fb3d2', sc: main, sd: dark, sl: light, so: dark };
  return [
    ...Object.entries(fills).map(([name, fill]) => `.${name}{fill:${fill}}`),
    ...Object.entries(strokes).flatMap(([name, stroke]) =>
      [
        ['', 9],
        ['1', 2.5],
        ['2', 4.5],
      ].map(
        ([size, width]) =>
          `.${name}${String(size)}{fill:none;stroke:${stroke};stroke-width:${String(width)};stroke-linecap:round;stroke-linejoin:round}`,
      ),
    ),
    '.w4{stroke-width:20}',
    '.g{fill:#fff;fill-opacity:.55}',
    '.o{opacity:.35}',
  ].join('');
}

/** Sets the products of one category apart; `turn` counts through them. */
function backdrop(tone: string, turn: number): string {
  const shift = ((turn * 53) % 120) - 60;
  const motifs = [
    `<circle cx="${200 + shift / 2}" cy="190" r="150" fill="${tone}"/>`,
    `<path d="M${70 + shift / 3} 400V200a130 130 0 0 1 260 0v200z" fill="${tone}"/>`,
    `<path d="M0 ${270 + shift / 3}q100-60 200-10t200-20v160H0z" fill="${tone}"/>`,
    `<path d="M0 ${150 + shift}L400 ${60 + shift}v220L0 ${370 + shift}z" fill="${tone}"/>`,
    `<path d="M${60 + shift / 3} 130q60-90 170-70t110 140-90 150-170-30-20-190z" fill="${tone}"/>`,
  ];
  return motifs[turn % motifs.length] ?? '';
}

export interface Picture {
  readonly shape: Shape;
  readonly colour: Colour;
  readonly category: string;
  /** Position of the product in its category. */
  readonly turn: number;
}

/** A square drawing as SVG. */
export function drawPicture({ shape, colour, category, turn }: Picture): string {
  const [ground, tone] = backgrounds[category] ?? ['#f2f2f2', '#d9d9d9'];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><style>${styleSheet(colour)}</style>
<rect width="400" height="400" fill="${ground}"/>${backdrop(tone, turn)}
<ellipse cx="200" cy="322" rx="118" ry="15" fill="#30343f" fill-opacity=".13"/>
${shapes[shape]}</svg>`;
}

/** What a screen reader says: `Drawing: teal socks`. */
export function describePicture(shape: Shape, colour: Colour): string {
  return `Drawing: ${colour} ${shape.replaceAll('-', ' ')}`;
}
