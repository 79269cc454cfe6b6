import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { repository } from './callers-folder';
import { shownPath } from './locate';
import { UnusableFile } from './unusable-file';

const library = join(repository, 'lib');
const endings = ['', '.ts', '.cts', '.js', '.cjs', '/index.ts', '/index.js'];

/** The files that import each other, when a deployment file is or leads to one of them. */
export function importCircle(file: string): UnusableFile | undefined {
  const circle = circleFrom(file, []);
  return (
    circle &&
    new UnusableFile(
      `imports itself in a circle: ${circle.map(shownPath).join(' → ')}`,
      'Move what both files need into a third one.',
    )
  );
}

function circleFrom(file: string, importers: readonly string[]): string[] | undefined {
  const start = importers.indexOf(file);
  if (start !== -1) return [...importers.slice(start), file];
  for (const imported of importsOf(file)) {
    const circle = circleFrom(imported, [...importers, file]);
    if (circle) return circle;
  }
  return undefined;
}

/** Files outside lib that a file imports by a relative path. */
function importsOf(file: string): string[] {
  const paths = readFileSync(file, 'utf8').matchAll(
    /(?:\bfrom|\bimport|\brequire\s*\()\s*['"](\.{1,2}\/[^'"]*)['"]/g,
  );
  return [...paths]
    .flatMap(
      ([, path = '']) =>
        endings.map((ending) => resolve(dirname(file), `${path}${ending}`)).find(isSource) ?? [],
    )
    .filter((path) => !path.startsWith(library));
}

const isSource = (path: string) => existsSync(path) && statSync(path).isFile();
