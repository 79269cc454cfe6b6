import { posix } from 'node:path';
import type { Rule } from './rule';

/** Whether a variable tells the image where a vector database of its own lives. */
export function isVectorPath(name: string): boolean {
  return /(VECTOR|CHROMA|FAISS|EMBEDDING)\w*_(PATH|DIR|DIRECTORY|FILE)$/i.test(name);
}

/** The root file system is read-only, so an image that writes elsewhere fails at its first write. */
const pathIsWritable: Rule = function* ({ container: { environment, writablePaths } }) {
  for (const [name, value] of Object.entries(environment)) {
    if (!isVectorPath(name) && name !== 'LOG_FILE') continue;
    const path = posix.normalize(value);
    if (writablePaths.some((writable) => path === writable || path.startsWith(`${writable}/`))) continue;
    yield {
      path: `container.environment.${name}`,
      rule: `lies under one of container.writablePaths (${writablePaths.join(', ') || 'none'}); the rest of the root is read-only`,
      instead: `an absolute path under ${writablePaths[0] ?? '/tmp'}, or add its directory to writablePaths`,
    };
  }
};

export const writableRules: readonly Rule[] = [pathIsWritable];
