import { join } from 'node:path';

/** Where the build leaves each bundled handler, in a folder of its name. */
export const handlersDirectory = join(__dirname, '..', '..', 'dist', 'handlers');
