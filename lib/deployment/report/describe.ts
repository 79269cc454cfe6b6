import { z } from 'zod';
import type { Wording } from '../schema/shapes';
import { visible } from './visible';

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
    explain: isExplainer(stated?.explain) ? stated.explain : undefined,
    sample: typeof stated?.sample === 'string' ? stated.sample : undefined,
  };
}

function isExplainer(value: unknown): value is NonNullable<Wording['explain']> {
  return typeof value === 'function';
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
  if (kind instanceof z.ZodArray) return `${listInWords(kind)}, each ${describe(kind.element)}`;
  if (kind instanceof z.ZodRecord) return `an object of values by name, each ${describe(kind.valueType)}`;
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
  if (typeof value === 'string') return `'${visible(value)}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([name, part]) => `${name}: ${literal(part)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `a list of 2 or 3`, by the bounds of its length. */
function listInWords(list: z.ZodArray): string {
  const { least, most } = lengthOf(list);
  if (most !== undefined) return `a list of ${least} to ${most}`;
  return least > 0 ? `a list of at least ${least}` : 'a list';
}

/** Fewest and most elements of a list. */
export function lengthOf(list: z.ZodArray): { least: number; most: number | undefined } {
  const checks = (list.def.checks ?? []).map((check): object => check._zod.def);
  const bound = (name: string): unknown =>
    checks.map((check): unknown => Reflect.get(check, name)).find((found) => found !== undefined);
  const least = bound('minimum');
  const most = bound('maximum');
  return {
    least: typeof least === 'number' ? least : 0,
    most: typeof most === 'number' ? most : undefined,
  };
}

function numberInWords(schema: z.ZodNumber): string {
  const { minValue, maxValue } = schema;
  const most = maxValue !== null && Number.isFinite(maxValue) ? maxValue : undefined;
  const kind = schema.format === 'safeint' ? 'a whole number' : 'a number';
  return most === undefined
    ? `${kind} of at least ${minValue ?? 0}`
    : `${kind} from ${minValue ?? 0} to ${most}`;
}
