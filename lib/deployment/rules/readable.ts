/** A rule read a field that is wrong by itself, so the rule has nothing to say yet. */
export class Unreadable extends Error {}

/**
 * The same value, but reading one of the `broken` paths throws `Unreadable`. A rule can so be written
 * over a whole deployment and still run when only a part of it is right.
 */
export function readable<T extends object>(part: T, broken: ReadonlySet<string>, parent = ''): T {
  return new Proxy(part, {
    get(target, key): unknown {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return value;
      const path = parent === '' ? key : `${parent}.${key}`;
      if (broken.has(path)) throw new Unreadable(path);
      return typeof value === 'object' && value !== null ? readable(value, broken, path) : value;
    },
  });
}
