import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from './problem';
import { valueAt } from './report/found';
import type { Deployment } from './schema';

/** The folder of the image relative to its deployment file; to the working directory when there is none. */
function folderOf(directory: string, source: string | undefined): string {
  return resolve(source === undefined ? '.' : dirname(source), directory);
}

/** A build context that does not exist would fail minutes later, in the middle of a deployment. */
export function imageFolderProblems(input: unknown, source: string | undefined): Problem[] {
  const directory = valueAt(input, ['image', 'directory']);
  const dockerfile = valueAt(input, ['image', 'dockerfile']) ?? 'Dockerfile';
  if (typeof directory !== 'string' || typeof dockerfile !== 'string') return [];
  const file = join(folderOf(directory, source), dockerfile);
  if (existsSync(file)) return [];
  return [
    {
      path: 'image.directory',
      found: `'${directory}'`,
      rule: `must be a folder with ${dockerfile}, relative to the deployment file; there is no ${file}`,
      instead: 'the folder with the Dockerfile, or dockerfile with its path in that folder',
    },
  ];
}

export function withAbsoluteFolder(
  image: Deployment['image'],
  source: string | undefined,
): Deployment['image'] {
  return typeof image === 'object' && 'directory' in image
    ? { ...image, directory: folderOf(image.directory, source) }
    : image;
}
