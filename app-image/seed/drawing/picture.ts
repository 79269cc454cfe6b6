import { paint } from './paint';
import { backgrounds, palette, type Colour } from './palette';
import { shapes, type Shape } from './shapes';

/** Five backdrops in turn, shifted a little each time, so that neighbours on a page differ. */
function backdrop(tone: string, turn: number): string {
  const shift = ((turn * 53) % 120) - 60;
  const third = Math.round(shift / 3);
  const motifs = [
    `<circle cx="${200 + Math.round(shift / 2)}" cy="190" r="150" fill="${tone}"/>`,
    `<path fill="${tone}" d="M${70 + third} 400V200a130 130 0 0 1 260 0v200z"/>`,
    `<path fill="${tone}" d="M0 ${270 + third}q100-60 200-10t200-20v160H0z"/>`,
    `<path fill="${tone}" d="M0 ${150 + shift}L400 ${60 + shift}v220L0 ${370 + shift}z"/>`,
    `<path fill="${tone}" d="M${60 + third} 130q60-90 170-70t110 140-90 150-170-30-20-190z"/>`,
  ];
  return motifs[turn % motifs.length] ?? '';
}

export interface Picture {
  readonly shape: Shape;
  readonly colour: Colour;
  readonly category: string;
  /** Chooses the backdrop; the products of a page have different numbers. */
  readonly turn: number;
}

/**
 * A square drawing as SVG on one line: no script, no style sheet and no address of anything outside,
 * so that any Content-Security-Policy shows it.
 */
export function drawPicture({ shape, colour, category, turn }: Picture): string {
  const [ground, tone] = backgrounds[category] ?? ['#f2f2f2', '#d9d9d9'];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" fill="none" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">',
    `<path fill="${ground}" d="M0 0h400v400H0z"/>`,
    backdrop(tone, turn),
    '<ellipse cx="200" cy="322" rx="118" ry="15" fill="#30343f" opacity=".13"/>',
    paint(shapes[shape], palette[colour]),
    '</svg>',
  ].join('');
}
