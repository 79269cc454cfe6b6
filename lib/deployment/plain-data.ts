import type { Problem } from './problem';
import { writePath, type Path } from './report/found';
import { visible } from './report/visible';

/** A deployment has 5 levels; more than this many are a mistake such as an object that contains itself. */
const deepest = 12;

const rule = 'must be plain data: text, numbers, true, false, lists and objects';

/** More parts than any list of a deployment has. A proxy can claim to have billions. */
const mostParts = 1000;

/** A copy without getters, proxies and classes, so that nothing in it can run while it is checked. */
export interface PlainCopy {
  readonly data: unknown;
  /** One for each value that is no plain data. */
  readonly problems: readonly Problem[];
  /** Paths of these values; the copy has undefined there. */
  readonly broken: readonly Path[];
}

/** Copies any value whatsoever. It never throws, whatever getters and proxies in it do. */
export function plainCopy(input: unknown): PlainCopy {
  const problems: Problem[] = [];
  const broken: Path[] = [];

  function refuse(path: Path, found: string, instead: string): unknown {
    broken.push(path);
    problems.push({ path: writePath(path) || 'the file', found, rule, instead });
    return undefined;
  }

  function copy(value: unknown, path: Path, above: readonly object[]): unknown {
    if (typeof value === 'bigint') return refuse(path, `${value}n`, String(value));
    if (typeof value === 'symbol' || typeof value === 'function')
      return refuse(path, `a ${typeof value}`, 'the value that it stands for');
    if (typeof value !== 'object' || value === null) return value;
    if (above.includes(value)) return refuse(path, 'an object that contains itself', 'an object without it');
    if (above.length === deepest)
      return refuse(path, `more than ${deepest} levels`, 'the fields of docs/deployment-file.md');
    const inside = [...above, value];
    return Array.isArray(value) ? copyList(value, path, inside) : copyObject(value, path, inside);
  }

  function copyList(list: readonly unknown[], path: Path, above: readonly object[]): unknown {
    if (list.length > mostParts)
      return refuse(path, `a list of ${list.length}`, `a list of at most ${mostParts}`);
    return Array.from(list, (part, index) => copy(part, [...path, index], above));
  }

  function copyObject(object: object, path: Path, above: readonly object[]): unknown {
    if (!isPlainObject(object)) return refuse(path, `a ${classOf(object)}`, insteadOf(object));
    const copied: Record<string, unknown> = {};
    for (const key of Object.keys(object)) {
      const value = guarded([...path, key], () => copy(Reflect.get(object, key), [...path, key], above));
      // A key such as __proto__ must become a field like any other.
      Object.defineProperty(copied, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return copied;
  }

  /** Getters and the traps of proxies are code of the file and may throw. */
  function guarded(path: Path, read: () => unknown): unknown {
    try {
      return read();
    } catch (reason) {
      return refuse(path, `code that fails: ${visible(messageOf(reason))}`, 'the value itself');
    }
  }

  return { data: guarded([], () => copy(input, [], [])), problems, broken };
}

/** Also an object of another realm, whose Object is not this one's. */
function isPlainObject(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}

function classOf(object: object): string {
  const { name }: { name?: unknown } = object.constructor;
  return typeof name === 'string' && name !== '' ? name : 'class instance';
}

function insteadOf(object: object): string {
  if (object instanceof Promise) return 'the value itself; a deployment file cannot wait for one';
  if (object instanceof Date) return 'text or a number';
  if (object instanceof Map) return 'an object: Object.fromEntries(map)';
  if (object instanceof Set) return 'a list: [...set]';
  return 'an object with the same fields';
}

function messageOf(reason: unknown): string {
  try {
    return reason instanceof Error ? reason.message : String(reason);
  } catch {
    return 'without a reason';
  }
}
