/** Thrown when a rule reads a field that is wrong by itself: the rule can then not be checked. */
export class Unreadable extends Error {}

/**
 * The same value, but reading one of the `broken` paths throws `Unreadable`. So a rule is written over a
 * whole deployment and still runs when it reads only the part that is right.
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

/** The entries of a map that can be read; one that is wrong by itself is reported already. */
export function readableEntries<V>(map: Readonly<Record<string, V>>): [string, V][] {
  return Object.keys(map).flatMap((name): [string, V][] => {
    try {
      const value = map[name];
      return value === undefined ? [] : [[name, value]];
    } catch (reason) {
      if (reason instanceof Unreadable) return [];
      throw reason;
    }
  });
}
