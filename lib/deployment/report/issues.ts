import { z } from 'zod';
import type { Problem } from '../problem';
import { fields } from '../schema';
import type { Explanation } from '../schema/explanation';
import { bare, describe, fieldsOf, wordingOf } from './describe';
import { showValue, valueAt, writePath, type Path } from './found';
import { exampleOf, suggestion } from './suggestion';
import { likelyBranch, mixedAlternatives } from './union';
import { unknownKey } from './unknown-key';

/** Turns what the schema found into problems in words, in the order of its fields, each once. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], input: unknown): Problem[] {
  const order = Object.keys(fieldsOf(fields));
  const place = ({ path }: Problem) => {
    const index = order.indexOf(path.split(/[.[]/)[0] ?? '');
    return index === -1 ? order.length : index;
  };
  return issues
    .flatMap((issue) => explain(issue, fields, [], input))
    .filter(isFirst)
    .sort((one, other) => place(one) - place(other));
}

/** Several issues of one value, such as "no integer" and "too big", are one problem. */
function isFirst(problem: Problem, index: number, all: readonly Problem[]): boolean {
  const { path, rule } = problem;
  return all.findIndex((other) => other.path === path && other.rule === rule) === index;
}

/** One issue. Its path counts from `base`, where `schema` stands: issues inside a union count from the union. */
function explain(issue: z.core.$ZodIssue, schema: z.core.$ZodType, base: Path, input: unknown): Problem[] {
  const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...base, ...steps];
  const field = schemaAt(schema, steps);
  const value = valueAt(input, path);
  const special =
    issue.code === 'custom' && isRule(issue) ? undefined : explanationOf(schema, steps, base, input);
  if (special) return [special];
  if (issue.code === 'invalid_union' || issue.code === 'unrecognized_keys') {
    const mixed = mixedAlternatives(field, value);
    if (mixed) return [{ path: writePath(path), found: showValue(value, path), ...mixed }];
    const branch = likelyBranch(field, value);
    if (branch) return branch.issues.flatMap((inner) => explain(inner, branch.schema, path, input));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, path, Object.keys(fieldsOf(field))));
  const at = { path: writePath(path) || 'the file', found: showValue(value, path) };
  if (issue.code === 'invalid_key')
    return [{ path: at.path, ...ofKey(path, schemaAt(schema, steps.slice(0, -1))) }];
  if (issue.code === 'custom' && isRule(issue)) return [{ ...at, ...ofRule(issue, value, path, field) }];
  if (value === undefined) return [{ ...at, ...ofMissing(field, path, input) }];
  const inMap = value === null && isEntryOfMap(schema, steps);
  const instead = inMap ? `a value, or no ${writePath(path.slice(-1))}` : suggestion(field, value);
  return [{ ...at, rule: `must be ${describe(field)}`, instead: instead === '{}' ? named(path) : instead }];
}

/** A field, or one that it belongs to, may say more about its value. The innermost that does is taken. */
function explanationOf(
  schema: z.core.$ZodType,
  steps: Path,
  base: Path,
  input: unknown,
): Problem | undefined {
  for (let length = steps.length; length >= 0; length -= 1) {
    const field = schemaAt(schema, steps.slice(0, length));
    const path = [...base, ...steps.slice(0, length)];
    const said = wordingOf(field).explain?.(valueAt(input, path));
    if (said)
      return {
        path: writePath(path),
        found: showValue(valueAt(input, path), path),
        ...complete(said, field),
      };
  }
  return undefined;
}

function complete({ rule, instead }: Explanation, field: z.core.$ZodType): Required<Explanation> {
  return { rule: rule ?? `must be ${describe(field)}`, instead };
}

/** Rules between fields say in `params` what to write; a check of one field does not. */
function isRule({ params }: z.core.$ZodIssueCustom): boolean {
  return params?.instead !== undefined;
}

/** A rule between fields may have met a default that the file does not state. */
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

function ofKey(path: Path, record: z.core.$ZodType): Pick<Problem, 'found' | 'rule' | 'instead'> {
  const kind = bare(record);
  const names = kind instanceof z.ZodRecord ? describe(kind.keyType) : 'text';
  return {
    found: `the name '${writePath([String(path.at(-1) ?? '')])}'`,
    rule: `must have a name of ${names}`,
    instead: kind instanceof z.ZodRecord ? exampleOf(kind.keyType) : 'another name',
  };
}

/** A required field that is not there, or one of a map that is there and undefined. */
function ofMissing(field: z.core.$ZodType, path: Path, input: unknown): Pick<Problem, 'rule' | 'instead'> {
  const name = String(path.at(-1) ?? '');
  const parent = valueAt(input, path.slice(0, -1));
  const isUndefined = typeof parent === 'object' && parent !== null && Object.hasOwn(parent, name);
  return isUndefined
    ? {
        rule: `must be ${describe(field)}; it is undefined, as a variable of process.env that is not set`,
        instead: `a value, or no ${writePath([name])}`,
      }
    : { rule: `must be stated: ${describe(field)}`, instead: exampleOf(field) };
}

/** A map's entry can be left out, and nothing says so in the schema of its values. */
function isEntryOfMap(schema: z.core.$ZodType, steps: Path): boolean {
  return steps.length > 0 && bare(schemaAt(schema, steps.slice(0, -1))) instanceof z.ZodRecord;
}

/** `fargate: {}` */
function named(path: Path): string {
  return path.length === 0 ? '{}' : `${writePath(path.slice(-1))}: {}`;
}

/** The schema of a field below another, through lists, records and the alternative that has the field. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const kind = bare(schema);
  if (kind instanceof z.ZodRecord) return schemaAt(kind.valueType, rest);
  if (kind instanceof z.ZodArray) return schemaAt(kind.element, rest);
  const alternatives = kind instanceof z.ZodUnion ? kind.options : [kind];
  const field = alternatives
    .map(fieldsOf)
    .map((known) => (Object.hasOwn(known, key) ? known[key] : undefined))
    .find(Boolean);
  return field ? schemaAt(field, rest) : schema;
}
