import { z } from 'zod';
import type { Wording } from '../schema/shapes';

/** The schema of a field without what fills it in when it is left out. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? bare(schema.unwrap())
    : schema;
}

/** The fields of an object's schema; none of another. */
export function fieldsOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const object = bare(schema);
  return object instanceof z.ZodObject ? object.shape : {};
}

/** The value a field has when it is left out; undefined when it is required or absent then. */
export function defaultOf(schema: z.core.$ZodType): unknown {
  return schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
}

export function wordingOf(schema: z.core.$ZodType): Wording {
  const stated = z.globalRegistry.get(bare(schema));
  return {
    title: stated?.title,
    examples: Array.isArray(stated?.examples) ? stated.examples.map(String) : [],
  };
}

/** What may be written for a schema, as in "a whole number from 1 to 35". */
export function describe(schema: z.core.$ZodType): string {
  const kind = bare(schema);
  const { title } = wordingOf(kind);
  if (title !== undefined) return title;
  if (kind instanceof z.ZodUnion) return alternatives(kind.options.map(bare));
  const choices = choicesOf(kind);
  if (choices.length > 0) return oneOf(choices);
  if (kind instanceof z.ZodNumber) return numberInWords(kind);
  if (kind instanceof z.ZodBoolean) return 'true or false';
  if (kind instanceof z.ZodEmail) return 'an e-mail address';
  if (kind instanceof z.ZodArray) return `a list, each ${describe(kind.element)}`;
  if (kind instanceof z.ZodRecord) return `values by name, each ${describe(kind.valueType)}`;
  if (kind instanceof z.ZodObject) return `{ ${Object.entries(kind.shape).map(fieldInWords).join(', ')} }`;
  return 'text';
}

/** The values of an enumeration or a literal. */
export function choicesOf(schema: z.core.$ZodType): readonly unknown[] {
  const kind = bare(schema);
  if (kind instanceof z.ZodEnum) return kind.options;
  if (kind instanceof z.ZodLiteral) return [...kind.values];
  if (kind instanceof z.ZodUnion) return kind.options.flatMap((option) => choicesOf(option));
  return [];
}

/** The name of a field; with its value when there is only one. */
function fieldInWords([name, schema]: [string, z.core.$ZodType]): string {
  const [only, ...more] = choicesOf(schema);
  return only !== undefined && more.length === 0 ? `${name}: ${literal(only)}` : name;
}

function alternatives(options: readonly z.core.$ZodType[]): string {
  const choices = options.flatMap(choicesOf);
  const others = options.filter((option) => choicesOf(option).length === 0).map(describe);
  return [...(choices.length > 0 ? [oneOf(choices)] : []), ...new Set(others)].join(', or ');
}

function oneOf(values: readonly unknown[]): string {
  const written = values.map(literal);
  return written.length > 2 ? `one of ${written.join(', ')}` : written.join(' or ');
}

/** A value as it is written in a deployment file. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  return JSON.stringify(value).replaceAll('"', "'");
}

function numberInWords(schema: z.ZodNumber): string {
  const { minValue, maxValue } = schema;
  const most = maxValue !== null && Number.isFinite(maxValue) ? maxValue : undefined;
  if (schema.format === 'safeint') return `a whole number from ${minValue ?? 0} to ${most ?? 'any'}`;
  return `a number above ${minValue ?? 0}${most === undefined ? '' : `, ${most} at most`}`;
}
