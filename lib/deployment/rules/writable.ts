import { posix } from 'node:path';
import { plainValues } from '../plain-values';
import type { Rule } from './rule';

/** Whether a variable tells the image where a vector database of its own lives. */
export function isVectorPath(name: string): boolean {
  return /(VECTOR|CHROMA|FAISS|EMBEDDING)\w*_(PATH|DIR|DIRECTORY|FILE)$/i.test(name);
}

/** Otherwise the image fails when it writes there for the first time. */
const pathIsWritable: Rule = function* ({ container: { environment, writablePaths } }) {
  for (const [name, value] of Object.entries(plainValues(environment))) {
    if (!isVectorPath(name) && name !== 'LOG_FILE') continue;
    const path = posix.normalize(value);
    if (writablePaths.some((writable) => path === writable || path.startsWith(`${writable}/`))) continue;
    yield {
      path: `container.environment.${name}`,
      rule: `must be below one of container.writablePaths (${writablePaths.join(', ') || 'none'}), as the rest of the file system is read-only`,
      instead: `an absolute path below ${writablePaths[0] ?? '/tmp'}, or add its directory to writablePaths`,
    };
  }
};

/** ECS refuses two mounts on one path. A mount below another is a directory of its own with 128 MiB. */
const eachOnce: Rule = function* ({ container: { writablePaths } }) {
  for (const [index, path] of writablePaths.entries()) {
    const first = writablePaths.indexOf(path);
    const above = writablePaths.find((other) => path.startsWith(`${other}/`));
    if (first === index && above === undefined) continue;
    yield {
      path: `container.writablePaths.${index}`,
      rule:
        first === index
          ? `must not be below another of the paths; all of ${above ?? ''} is writable`
          : `must differ from container.writablePaths[${first}]`,
      instead: 'each directory once',
    };
  }
};

export const writableRules: readonly Rule[] = [pathIsWritable, eachOnce];
