import { carriesCredentials, namesSecret, namesStaticAwsKey } from '../secrecy';
import { visible } from './visible';

export type Path = readonly (string | number)[];

/** Longest value in a report, in characters. */
const longest = 60;

/** `network.peerCidrs[0]` */
export function writePath(path: Path): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number' || /^\d+$/.test(key)) return `${written}[${key}]`;
    const shown = shorten(visible(key));
    return written === '' ? shown : `${written}.${shown}`;
  }, '');
}

/** What stands at a path; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, key)
        ? (Reflect.get(part, key) as unknown)
        : undefined,
    value,
  );
}

/** A value in a few words. Lists and objects only by size and keys, as secrets may stand inside. */
export function showValue(value: unknown, path: Path): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    return keys.length === 0 ? 'an empty object' : `an object with ${shorten(visible(keys.join(', ')))}`;
  }
  if (typeof value === 'string')
    return isSecret(value, path) ? 'a value not shown here' : `'${shorten(visible(value))}'`;
  if (value === null) return 'null';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}

function isSecret(value: string, path: Path): boolean {
  const [first, second] = path;
  return (
    (first === 'container' && second === 'secrets') ||
    path.some((key) => namesSecret(String(key)) || namesStaticAwsKey(String(key))) ||
    carriesCredentials(value)
  );
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
