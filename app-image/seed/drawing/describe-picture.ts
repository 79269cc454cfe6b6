import type { Colour } from './palette';
import type { Shape } from './shapes';

/** The alternative text of a picture: `Drawing: teal socks`. */
export function describePicture(shape: Shape, colour: Colour): string {
  return `Drawing: ${colour} ${shape.replaceAll('-', ' ')}`;
}
