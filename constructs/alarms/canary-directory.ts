import { join } from 'node:path';

/** Where the build leaves the script of the canary. */
export const canaryDirectory = join(__dirname, '..', '..', 'dist', 'canary');
