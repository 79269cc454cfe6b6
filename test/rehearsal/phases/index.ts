import { deployAgain, destroy } from './destroy';
import { bootstrap, dataFails, firstReleaseFails, retry } from './first-release';
import type { Phase } from './phase';
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
];
