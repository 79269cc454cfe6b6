import { isDeclaredPublic, plainValue } from '../plain-values';
import { readableEntries } from './readable';
import type { ParsedFields } from '../schema';

/** One variable that the file states beside those of the contract. */
export interface Entry {
  readonly part: 'environment' | 'secrets';
  readonly name: string;
  readonly path: string;
  /** Its value; '' for a secret. */
  readonly value: string;
  /** The file says that the value is no secret. */
  readonly declaredPublic: boolean;
}

/** What is wrong with an entry and what to write; undefined when nothing is. */
export type EntryCheck = (
  entry: Entry,
  deployment: ParsedFields,
) => { readonly rule: string; readonly instead: string } | undefined;

/** The entries of `container.environment` and `container.secrets`. */
export function entriesOf({ container: { environment, secrets } }: ParsedFields): Entry[] {
  return [
    ...readableEntries(environment).map(([name, stated]) => ({
      part: 'environment' as const,
      name,
      path: `container.environment.${name}`,
      value: plainValue(stated),
      declaredPublic: isDeclaredPublic(stated),
    })),
    ...Object.keys(secrets).map((name) => ({
      part: 'secrets' as const,
      name,
      path: `container.secrets.${name}`,
      value: '',
      declaredPublic: false,
    })),
  ];
}
