import { z } from 'zod';
import { bare, defaultOf, describe, fieldsOf } from './describe';

/** A field of the deployment file as the schema has it. */
export interface Field {
  readonly path: string;
  /** What may be written. */
  readonly takes: string;
  readonly required: boolean;
  /** The value it has when it is left out; undefined when it has none or its parts have theirs. */
  readonly fallback: unknown;
  /** Has fields below it. */
  readonly group: boolean;
}

/** Every field, in the order of the schema, those of an object right after it. */
export function allFields(schema: z.core.$ZodType, parent = ''): Field[] {
  return Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    const below = fieldsBelow(field, path);
    return [
      {
        path,
        takes: describe(field),
        required: !z.safeParse(field, undefined).success,
        fallback: defaultOf(field),
        group: below.length > 0,
      },
      ...below,
    ];
  });
}

/** The fields of an object, of each alternative, or of a record's entries; a switched-off protection has its own section. */
function fieldsBelow(field: z.core.$ZodType, path: string): Field[] {
  const kind = bare(field);
  if (kind instanceof z.ZodRecord) return fieldsBelow(kind.valueType, `${path}.NAME`);
  const options = kind instanceof z.ZodUnion ? kind.options : [kind];
  return options
    .filter((option) => !('optOutReason' in fieldsOf(option)))
    .flatMap((option) => allFields(option, path));
}
