import { z } from 'zod';
import { bare, choicesOf, defaultOf, describe, fieldsOf, lengthOf, literal, wordingOf } from './describe';
import { nearest } from './nearest';

/** What to write in a field instead of a value that it does not take. */
export function suggestion(field: z.core.$ZodType, value: unknown): string {
  const kind = bare(field);
  const choices = choicesOf(kind);
  if (value === false && describe(kind).includes('optOutReason'))
    return "{ enabled: false, optOutReason: 'a sentence that says why' }";
  const meant = nearest(String(value), choices.filter(isText));
  if (isText(value) && meant !== undefined) return literal(meant);
  const options = kind instanceof z.ZodUnion ? [kind, ...kind.options.map(bare)] : [kind];
  const fitting = options
    .flatMap((option) => candidates(option, value))
    .find((candidate) => z.safeParse(kind, candidate).success);
  if (fitting !== undefined) return literal(fitting);
  if (value === null || value === false) return leftOut(field);
  return kind instanceof z.ZodArray ? exampleList(kind) : exampleOf(field);
}

/** Values that a writer may have meant, the likeliest first. */
function candidates(kind: z.core.$ZodType, value: unknown): unknown[] {
  if (isText(value)) return fromText(kind, value);
  if (typeof value === 'number') return [...nearestNumbers(kind, value), String(value)];
  if (typeof value === 'bigint') return [Number(value), String(value)];
  if (value === true) return [{}, 'true'];
  if (value === false) return ['false'];
  if (Array.isArray(value)) return [value.map((part) => (isText(part) ? part : String(part)))];
  return [];
}

/** `'512'` → 512, `' DE'` → `'DE'`, `'EU-WEST-1'` → `'eu-west-1'`, `'/tmp'` → `['/tmp']`, `'npm start'` → `['npm', 'start']`. */
function fromText(kind: z.core.$ZodType, text: string): unknown[] {
  const trimmed = text.trim();
  const number = trimmed === '' ? NaN : Number(trimmed.replaceAll('_', ''));
  const words = { true: true, false: false, yes: true, no: false, on: true, off: false }[
    trimmed.toLowerCase()
  ];
  const list = kind instanceof z.ZodArray ? asList(trimmed) : [];
  return [number, ...nearestNumbers(kind, number), words, trimmed, trimmed.toLowerCase(), ...list].filter(
    (candidate) => candidate !== undefined,
  );
}

/** A command in words when no shell is needed for it, otherwise for a shell. */
function asList(text: string): string[][] {
  const words = text.split(/\s+/);
  const needsShell = /[|&;<>()$`\\"'*?#~]/.test(text);
  return words.length === 1 ? [[text]] : [needsShell ? ['sh', '-c', text] : words];
}

/** The nearest value that a field of numbers takes; the larger of two that are equally near. */
function nearestNumbers(kind: z.core.$ZodType, number: number): number[] {
  if (Number.isNaN(number)) return [];
  const byDistance = choicesOf(kind)
    .filter((choice) => typeof choice === 'number')
    .sort((one, other) => Math.abs(one - number) - Math.abs(other - number) || other - one);
  if (!(kind instanceof z.ZodNumber)) return byDistance;
  const inRange = Math.min(kind.maxValue ?? Infinity, Math.max(kind.minValue ?? -Infinity, number));
  return [inRange, Math.round(inRange)];
}

function leftOut(field: z.core.$ZodType): string {
  const optional = z.safeParse(field, undefined).success;
  return optional ? 'leave it out' : exampleOf(field);
}

/** A value the field takes. */
export function exampleOf(field: z.core.$ZodType): string {
  const { examples: [example] = [], sample } = wordingOf(field);
  if (sample !== undefined) return `${sample}, for instance`;
  if (example !== undefined) return `${literal(example)}, for instance`;
  const fallback = defaultOf(field);
  return fallback === undefined ? describe(field) : `${literal(fallback)}, the default, or leave it out`;
}

function exampleList(list: z.ZodArray): string {
  const [example] = wordingOf(list.element).examples ?? [];
  if (example === undefined) return describe(list);
  const length = Math.max(1, lengthOf(list).least);
  const parts = Array.from({ length }, (_, index) => literal(another(example, index)));
  return `[${parts.join(', ')}], for instance`;
}

/** `eu-west-1a`, `eu-west-1b`: an example that differs from the others in its last character. */
function another(example: string, index: number): string {
  const last = example.charCodeAt(example.length - 1);
  return `${example.slice(0, -1)}${String.fromCharCode(last + index)}`;
}

/** The names that a union's alternatives do not share: `allow` and `deny`. */
export function alternativeKeys(union: z.core.$ZodType): string[][] {
  const kind = bare(union);
  return kind instanceof z.ZodUnion
    ? kind.options.map((option) => Object.keys(fieldsOf(option))).filter((keys) => keys.length > 0)
    : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
