import { z } from 'zod';
import { bare } from './describe';

export interface Branch {
  readonly schema: z.core.$ZodType;
  readonly issues: readonly z.core.$ZodIssue[];
}

/**
 * The alternative of a union the writer most likely meant: the one with the fewest unknown keys, then
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

function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function unknownKeys({ issues }: Branch): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
}
