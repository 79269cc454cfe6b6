import { literal } from '../report/describe';
import type { Field } from '../report/fields';
import type { FieldComment } from './comments';

/** A part of the page: a top-level field, or a group of fields that is large enough for its own heading. */
export interface Section {
  readonly field: Field;
  /** The fields below it, without those that have a section of their own. */
  readonly rows: readonly Field[];
  readonly subsections: readonly Section[];
}

export interface Sources {
  readonly comments: ReadonlyMap<string, FieldComment>;
  /** Text of an example, by the path of the section's field. */
  readonly examples: ReadonlyMap<string, string>;
}

/**
 * The sections of a list of fields. Where every field of a group is itself a group, as in `targets`,
 * each has a section of its own; one table would mix what belongs to different parts.
 */
export function sectionsOf(fields: readonly Field[]): Section[] {
  return childrenOf(fields, '').map((field) => sectionOf(field, fields));
}

function sectionOf(field: Field, fields: readonly Field[]): Section {
  const children = childrenOf(fields, field.path);
  const isSplit = children.length > 0 && children.every(({ group }) => group);
  const rows = fields.filter(({ path }) => path.startsWith(`${field.path}.`));
  return isSplit
    ? { field, rows: [], subsections: children.map((child) => sectionOf(child, fields)) }
    : { field, rows, subsections: [] };
}

/** The fields directly below a path; those of a record's entries, `….NAME.…`, count as deeper. */
function childrenOf(fields: readonly Field[], parent: string): Field[] {
  const prefix = parent === '' ? '' : `${parent}.`;
  return fields.filter(
    ({ path }) => path !== parent && path.startsWith(prefix) && !path.slice(prefix.length).includes('.'),
  );
}

/** Heading, what the field is, the table of its fields, and an example. */
export function renderSection(section: Section, sources: Sources, level = 2): string[] {
  const { field, rows, subsections } = section;
  const example = sources.examples.get(field.path);
  return [
    `${'#'.repeat(level)} ${field.path}`,
    '',
    facts(field, sources.comments.get(field.path)),
    '',
    ...(rows.length > 0 ? [...table(rows, sources), ''] : []),
    ...(example === undefined ? [] : ['```ts', example, '```', '']),
    ...subsections.flatMap((part) => renderSection(part, sources, level + 1)),
  ];
}

/** One line for a section: what it is, what it takes, and what holds without it. */
function facts(field: Field, comment: FieldComment | undefined): string {
  const takes = field.group && !isChoice(field) ? '' : `Takes ${asCode(field.takes)}.`;
  const left = fallback(field, comment) === '' ? '' : `${capital(leftOut(field, comment))}.`;
  return [sentence(withoutRange(comment?.text ?? '')), takes, left].filter(Boolean).join(' ');
}

function table(rows: readonly Field[], { comments }: Sources): string[] {
  return tableOf(
    ['field', 'takes', 'default', 'what it does, what it costs'],
    rows.map((field) => [
      `\`${field.path}\``,
      asCode(field.takes),
      fallback(field, comments.get(field.path)),
      sentence(withoutRange(comments.get(field.path)?.text ?? '')),
    ]),
  );
}

/** A table of Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** A pipe would end the cell, a line break the table. */
const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What the index says of a field that is left out. */
export function leftOut(field: Field, comment: FieldComment | undefined): string {
  const value = fallback(field, comment);
  if (value === required) return value;
  if (value === '') return 'optional';
  return `default: ${value}`;
}

const required = '**required**';

function fallback(
  { required: mustBeStated, fallback: value }: Field,
  comment: FieldComment | undefined,
): string {
  if (mustBeStated) return required;
  if (value !== undefined) return `\`${literal(value)}\``;
  return comment?.stated?.replace(/^- /, '') ?? '';
}

const isChoice = ({ takes }: Field) => takes.includes(', or ');

/** Values are set as code, words are not. */
const asCode = (takes: string) => takes.replace(/\{[^}]*\}|'[^']*'/g, '`$&`');

/** The column "takes" has the range. */
const withoutRange = (text: string) => text.replace(/ ?Range .*?\.(?= |$)/, '').trim();

const capital = (text: string) =>
  text.replace(/^(\**)(\w)/, (_, stars: string, letter: string) => stars + letter.toUpperCase());

const sentence = (text: string) => (text === '' || /[.:?]$/.test(text) ? text : `${text}.`);
