import { z } from 'zod';

/** The cursor is not valid: truncated, invented, or from a list in another order. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';

  constructor() {
    super('The cursor is not the `next` of a page of this list.');
  }
}

/** A time that PostgreSQL can read: `timestamptz` has no year 0. */
export const cursorTime = z.iso.datetime().refine((time) => Date.parse(time) >= 0);
/** PostgreSQL's `integer`. */
export const cursorInteger = z.number().int().min(0).max(2_147_483_647);

/** Encodes the end of a page as one opaque text. */
export function encodeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

export function decodeCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new InvalidCursorError();
  }
  const parsed = shape.safeParse(place);
  if (!parsed.success) throw new InvalidCursorError();
  return parsed.data;
}
