import { z } from 'zod';

/**
 * Refused in every text from outside: control characters (PostgreSQL stores no U+0000), halves of surrogate
 * pairs, which UTF-8 cannot encode, line separators, and overrides of the writing direction, which make a name
 * or an address read differently from what is stored.
 */
const singleLine = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u;
/** The same, with tabs and line breaks. */
const severalLines = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069])*$/u;

export interface TextLimits {
  /** Shortest length in UTF-16 code units, after trimming. @default 0 */
  readonly min?: number;
  /** Longest length in UTF-16 code units, after trimming. */
  readonly max: number;
  /** Removes spaces at both ends. @default false */
  readonly trim?: boolean;
  /** Whether tabs and line breaks are allowed. @default false */
  readonly lines?: boolean;
}

/** The only type of a text that comes from outside: bodies, query, path, headers, cookies and cursors. */
export function text({ min = 0, max, trim = false, lines = false }: TextLimits) {
  const allowed = z.string().regex(lines ? severalLines : singleLine, {
    error: 'contains a character that is not allowed',
  });
  return (trim ? allowed.trim() : allowed).min(min).max(max);
}
