import { join } from 'node:path';

/**
 * Files that lie beside the code. The bundle keeps the tree's shape (`dist/server`, `dist/migrations`,
 * …), so one relative path holds in the sources and in the image.
 */
const root = join(__dirname, '..');

export const migrationsDirectory = join(root, 'migrations');
/** The built pages; in the sources there are none, so tests pass a directory of their own. */
export const webDirectory = join(root, 'web');
