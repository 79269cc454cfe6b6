import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { errorCode } from './error-code';
import { example, UnusableFile } from './unusable-file';

const extensions = ['.ts', '.cts', '.js', '.cjs'];

/** Far above any deployment file; a larger one is something else, such as an archive. */
const largestBytes = 1024 * 1024;

/**
 * The text of a deployment file, checked before any of it runs.
 *
 * @throws UnusableFile for what cannot be a deployment file: a folder, a device, other languages,
 *   binary content, an empty file
 */
export function sourceText(file: string): string {
  const stats = attempt(() => statSync(file));
  if (stats.isDirectory())
    throw new UnusableFile('is a folder', 'Name the .ts or .js file in it that states the deployment.');
  if (!stats.isFile())
    throw new UnusableFile('is not a regular file', 'Name a .ts or .js file that states the deployment.');
  checkExtension(extname(file).toLowerCase());
  if (stats.size > largestBytes)
    throw new UnusableFile(
      `has ${Math.ceil(stats.size / largestBytes)} MiB`,
      'Name a deployment file; the limit is 1 MiB.',
    );
  const content = attempt(() => readFileSync(file));
  if (content.includes(0) || !isUtf8(content))
    throw new UnusableFile('is binary or not UTF-8', 'Name a text file, and save it as UTF-8.');
  const text = content.toString();
  if (text.trim() === '') throw new UnusableFile('is empty', example);
  return text;
}

function checkExtension(extension: string): void {
  if (extensions.includes(extension)) return;
  if (['.mjs', '.mts'].includes(extension))
    throw new UnusableFile(
      `is an ES module by its extension ${extension}`,
      `Rename it to end in .ts; its import and export lines may stay.`,
    );
  throw new UnusableFile(
    extension === '' ? 'has no extension' : `is a ${extension} file`,
    `A deployment file is TypeScript or JavaScript. Rename it to end in .ts and write its values as: export default defineDeployment({ … });`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'cannot be opened: this user may not read it',
  EPERM: 'cannot be opened: this user may not read it',
  EIO: 'cannot be opened: the disk does not answer',
  ENOENT: 'was removed while it was read',
};

function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (problem) {
    const code = errorCode(problem) ?? 'unknown reason';
    throw new UnusableFile(reasons[code] ?? `cannot be opened (${code})`, 'Check its owner and permissions.');
  }
}
