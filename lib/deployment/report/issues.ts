import { z } from 'zod';
import type { Problem } from '../problem';
import { fields } from '../schema';
import { bare, choicesOf, defaultOf, describe, fieldsOf, literal, wordingOf } from './describe';
import { showValue, valueAt, writePath, type Path } from './found';
import { nearest } from './nearest';
import { likelyBranch } from './union';
import { unknownKey } from './unknown-key';

/** Turns what the schema found into words for the person who wrote the file, in the order of its fields. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], input: unknown): Problem[] {
  const order = Object.keys(fieldsOf(fields));
  const place = ({ path }: Problem) => {
    const index = order.indexOf(path.split(/[.[]/)[0] ?? '');
    return index === -1 ? order.length : index;
  };
  return issues
    .flatMap((issue) => explain(issue, fields, [], input))
    .sort((one, other) => place(one) - place(other));
}

/** One issue. Its path counts from `base`, where `schema` stands: issues inside a union count from the union. */
function explain(issue: z.core.$ZodIssue, schema: z.core.$ZodType, base: Path, input: unknown): Problem[] {
  const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...base, ...steps];
  const field = schemaAt(schema, steps);
  const value = valueAt(input, path);
  if (issue.code === 'invalid_union' || issue.code === 'unrecognized_keys') {
    const branch = likelyBranch(field, value);
    if (branch) return branch.issues.flatMap((inner) => explain(inner, branch.schema, path, input));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, path, Object.keys(fieldsOf(field))));
  const at = { path: writePath(path) || 'the file', found: showValue(value, path) };
  if (issue.code === 'invalid_key') {
    const rule = issue.issues.map(({ message }) => message).join('; ');
    return [{ ...at, rule: `has a name of the wrong form: it ${rule}`, instead: 'a name of that form' }];
  }
  if (issue.code === 'custom') return [{ ...at, ...ofRule(issue, value, path, field) }];
  if (value === undefined)
    return [{ ...at, rule: `is required: ${describe(field)}`, instead: exampleOf(field) }];
  const ownWords = issue.code === 'invalid_format' && wordingOf(field).title !== undefined;
  const rule = ownWords ? issue.message : `is ${describe(field)}`;
  return [{ ...at, rule, instead: suggestion(issue, field, value) }];
}

/** A rule between fields says itself what to write; it may have met a default the file does not state. */
function ofRule(
  { message, params }: z.core.$ZodIssueCustom,
  stated: unknown,
  path: Path,
  field: z.core.$ZodType,
): Pick<Problem, 'rule' | 'instead'> & Partial<Problem> {
  const instead: unknown = params?.instead;
  const met: unknown = params?.found;
  return {
    rule: message,
    instead: typeof instead === 'string' ? instead : exampleOf(field),
    ...(stated === undefined && met !== undefined && { found: `${showValue(met, path)} (the default)` }),
  };
}

function suggestion(issue: z.core.$ZodIssue, field: z.core.$ZodType, value: unknown): string {
  if (issue.code === 'too_big') return String(issue.maximum);
  if (issue.code === 'too_small' && typeof value === 'number') return String(issue.minimum);
  if (value === false && describe(field).includes('optOutReason'))
    return "{ enabled: false, optOutReason: 'a sentence that says why' }";
  const choices = choicesOf(field);
  const meant = nearest(String(value), choices.map(String));
  const choice = choices.find((candidate) => String(candidate) === meant);
  return choice === undefined ? exampleOf(field) : literal(choice);
}

function exampleOf(field: z.core.$ZodType): string {
  const [example] = wordingOf(field).examples ?? [];
  if (example !== undefined) return `${literal(example)}, for instance`;
  const fallback = defaultOf(field);
  return fallback === undefined ? describe(field) : `${literal(fallback)}, the default, or leave it out`;
}

/** The schema of a field below another, through lists, records and the alternative that has the field. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const kind = bare(schema);
  if (kind instanceof z.ZodRecord) return schemaAt(kind.valueType, rest);
  if (kind instanceof z.ZodArray) return schemaAt(kind.element, rest);
  const alternatives = kind instanceof z.ZodUnion ? kind.options : [kind];
  const field = alternatives.map((alternative) => fieldsOf(alternative)[key]).find(Boolean);
  return field ? schemaAt(field, rest) : schema;
}
