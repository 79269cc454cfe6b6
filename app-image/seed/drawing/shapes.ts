import { bathShapes } from './shapes/bath';
import { carryShapes } from './shapes/carry';
import { clothingShapes } from './shapes/clothing';
import { electronicShapes } from './shapes/electronics';
import { gardenShapes } from './shapes/garden';
import { homeShapes } from './shapes/home';
import { kitchenShapes } from './shapes/kitchen';
import { outdoorShapes } from './shapes/outdoors';
import { paperShapes } from './shapes/paper';
import { playShapes } from './shapes/play';

/**
 * What can be drawn: SVG elements on a square of 400 units, coloured by class.
 * `c d l` are a product's main, dark and light colour, the other letters the fixed colours in paint.ts;
 * `s` before a letter draws a line instead of a filled shape.
 */
export const shapes = {
  ...kitchenShapes,
  ...homeShapes,
  ...clothingShapes,
  ...carryShapes,
  ...outdoorShapes,
  ...electronicShapes,
  ...playShapes,
  ...gardenShapes,
  ...bathShapes,
  ...paperShapes,
};

export type Shape = keyof typeof shapes;
