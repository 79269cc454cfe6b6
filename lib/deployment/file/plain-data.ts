import { types } from 'node:util';
import type { Problem } from '../problem';
import { writePath, type Path } from '../report/found';
import { reasonOf } from './failure';
import { UnusableFile } from './unusable-file';

/** A copy that JSON carries without loss. What is not plain data is a problem, and null in the copy. */
export interface PlainCopy {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

const deepest = 50;

/** Copies the value of a deployment file. Getters are called once. */
export function plainCopy(value: unknown): PlainCopy {
  const problems: Problem[] = [];
  const refuse = (path: Path, found: string, instead = 'the value itself') => {
    const rule = 'must be plain data: text, a finite number, true, false, null, a list or an object';
    problems.push({ path: writePath(path), found, rule, instead });
    return null;
  };

  function copy(part: unknown, path: Path, parents: readonly object[]): unknown {
    const kind = kindOf(part);
    if (kind !== undefined) return refuse(path, kind);
    if (typeof part !== 'object' || part === null) return part;
    if (parents.includes(part)) return refuse(path, 'an object that contains itself');
    if (path.length === deepest) return refuse(path, `more than ${deepest} levels`);
    const inside = [...parents, part];
    if (Array.isArray(part))
      return Array.from({ length: part.length }, (_, index) => {
        const element: unknown = part[index];
        return element === undefined
          ? refuse([...path, index], 'nothing')
          : copy(element, [...path, index], inside);
      });
    return Object.fromEntries(
      Object.keys(part)
        .map((key): [string, unknown] => [key, field(part, key, [...path, key], inside)])
        .filter(([, field]) => field !== undefined),
    );
  }

  function field(part: object, key: string, path: Path, inside: readonly object[]): unknown {
    const read = attempt(() => Reflect.get(part, key));
    return read instanceof Thrown
      ? refuse(path, `a getter that throws: ${read.reason}`)
      : copy(read.value, path, inside);
  }

  return { value: copy(value, [], []), problems };
}

class Thrown {
  constructor(readonly reason: string) {}
}

function attempt(read: () => unknown): { value: unknown } | Thrown {
  try {
    return { value: read() };
  } catch (problem) {
    // Only the time limit and the interception of exit may end the whole reading.
    if (problem instanceof UnusableFile) throw problem;
    return new Thrown(reasonOf(problem));
  }
}

/** What a value is, in words, when JSON cannot carry it; undefined for plain data. */
export function kindOf(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return `${value}n, a bigint`;
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'function') return functionKind(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (types.isProxy(value)) return 'a Proxy';
  if (types.isPromise(value)) return 'a Promise';
  if (Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An Object.prototype of any context has no prototype itself.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  return instanceKind(prototype);
}

function functionKind(value: object): string {
  if (/^class\b/.test(Function.prototype.toString.call(value))) return 'a class';
  return types.isAsyncFunction(value) ? 'an async function' : 'a function';
}

function instanceKind(prototype: unknown): string {
  const read = attempt(() => (prototype as { constructor?: { name?: unknown } }).constructor?.name);
  const name = read instanceof Thrown || typeof read.value !== 'string' ? '' : read.value;
  return name === '' ? 'an instance of a class' : `an instance of ${name}`;
}
