import { deployAgain, destroy, destroyBack, destroyData } from './destroy';
import { bootstrap, dataFails, firstReleaseFails, retry } from './first-release';
import { move, moveBack, moveWithoutChroma, moveWithVectors } from './move';
import type { Phase } from './phase';
import { secondRegion } from './second-region';
import { domain, migrationFailsLater, update, updateFails } from './updates';

/** In the order of a deployment's life. */
export const phases: readonly Phase[] = [
  bootstrap,
  dataFails,
  firstReleaseFails,
  retry,
  migrationFailsLater,
  updateFails,
  domain,
  update,
  destroy,
  deployAgain,
  destroyData,
  destroyBack,
  secondRegion,
  move,
  moveBack,
  moveWithVectors,
  moveWithoutChroma,
];
