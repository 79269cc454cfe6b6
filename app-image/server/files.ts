import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Files that are stored next to the code. The bundle keeps the structure of the tree (`dist/server`, `dist/migrations`,
 * …), so one relative path works in the sources and in the image.
 */
const root = join(__dirname, '..');

export const migrationsDirectory = join(root, 'migrations');
/** The built pages; in the sources there are none, so tests pass a directory of their own. */
export const webDirectory = join(root, 'web');
/** Swagger UI's own files; from its package while not bundled. */
export const apiDocsDirectory = apiDocs();

function apiDocs(): string {
  const bundled = join(root, 'api-docs');
  return existsSync(bundled)
    ? bundled
    : join(dirname(require.resolve('@fastify/swagger-ui/package.json')), 'static');
}
