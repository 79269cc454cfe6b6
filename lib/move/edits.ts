import { inspect, isDeepStrictEqual } from 'node:util';
import type { DeploymentInput } from '../deployment';

/** A field of the deployment file that a step changes. */
export interface Edit {
  /** Top-level field. */
  readonly field: string;
  /** Its lines in the file; absent when the field is new. */
  readonly before?: string;
  /** The lines to write; absent when the field is removed. */
  readonly after?: string;
}

/** The top-level fields in which two deployment files differ, as they are written in a file. */
export function editsBetween(before: DeploymentInput, after: DeploymentInput): Edit[] {
  const [old, changed] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...changed.keys()])]
    .filter((field) => !isDeepStrictEqual(old.get(field), changed.get(field)))
    .map((field) => ({ field, before: line(field, old), after: line(field, changed) }));
}

function line(field: string, file: ReadonlyMap<string, unknown>): string | undefined {
  if (!file.has(field)) return undefined;
  const value = inspect(file.get(field), { depth: null, compact: 4, breakLength: 100, sorted: false });
  return `${field}: ${value},`;
}
