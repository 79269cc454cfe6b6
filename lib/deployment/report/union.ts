import { z } from 'zod';
import type { Problem } from '../problem';
import { bare } from './describe';
import { alternativeKeys } from './suggestion';

export interface Branch {
  readonly schema: z.core.$ZodType;
  readonly issues: readonly z.core.$ZodIssue[];
}

/**
 * The alternative of a union that the writer most likely meant: the one with the fewest unknown keys, then
 * the fewest issues. Undefined when the field is no union or the value is of no alternative's kind.
 */
export function likelyBranch(field: z.core.$ZodType, value: unknown): Branch | undefined {
  const union = bare(field);
  if (!(union instanceof z.ZodUnion)) return undefined;
  return union.options
    .map((schema) => ({ schema, issues: z.safeParse(schema, value).error?.issues ?? [] }))
    .filter(({ issues }) => issues.length > 0 && !issues.some(isOfAnotherKind))
    .sort(
      (one, other) => unknownKeys(one) - unknownKeys(other) || one.issues.length - other.issues.length,
    )[0];
}

/** Fields of two alternatives in one object, such as `allow` and `deny`. */
export function mixedAlternatives(
  field: z.core.$ZodType,
  value: unknown,
): Pick<Problem, 'rule' | 'instead'> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  const all = alternativeKeys(field);
  const owned = all.filter((known) => known.some((key) => keys.includes(key)));
  const fitsOne = all.some((known) => keys.every((key) => known.includes(key)));
  const allKnown = keys.every((key) => all.some((known) => known.includes(key)));
  if (owned.length < 2 || fitsOne || !allKnown) return undefined;
  const [one = '', other = ''] = owned.map((known) => `{ ${known.join(', ')} }`);
  return {
    rule: `must be either ${one} or ${other}, not a mix of both`,
    instead: owned
      .map((known) => `${keys.filter((key) => known.includes(key)).join(' and ')} alone`)
      .join(', or '),
  };
}

function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function unknownKeys({ issues }: Branch): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
}
