import type { Problem } from '../problem';
import { fields } from '../schema';
import { allFields } from './fields';
import { writePath, type Path } from './found';
import { nearest } from './nearest';

/** A key the schema does not know, with the one that was most likely meant. */
export function unknownKey(key: string, parent: Path, known: readonly string[]): Problem {
  const meant = nearest(key, known) ?? elsewhere(key);
  return {
    path: writePath([...parent, key]),
    found: `the key ${key}`,
    rule: `is no field of ${writePath(parent) || 'a deployment'}, which has ${known.join(', ')}`,
    instead: meant ?? 'one of these, or nothing',
  };
}

/** The fields of this name in other places: `cdn` stands in `edge.cdn`. */
function elsewhere(key: string): string | undefined {
  const paths = allFields(fields)
    .map(({ path }) => path)
    .filter((path) => path.endsWith(`.${key}`));
  return paths.length === 0 ? undefined : paths.join(' or ');
}
