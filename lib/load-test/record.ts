import { z } from 'zod';
import { commandOf } from './command-line';
import { shown, table } from './table';
import { messagesOf } from './messages';
import type { LoadTestResult } from './result';
import { stepNames } from './steps';
import type { Row } from './verdict';

export const columns = [
  'step',
  'requests',
  'errors',
  '429',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'threshold ms',
  'verdict',
];

/**
 * The record of a load test: a Markdown page for people, with front matter of `name: value` lines and one table
 * for `readRecord`.
 */
export function renderRecord(result: LoadTestResult): string {
  const { date, deployment, thresholds, note } = result;
  const frontMatter = {
    kind: result.kind,
    formatVersion: result.formatVersion,
    date,
    url: result.url,
    deployment,
    revision: result.revision,
    shopVersion: result.shopVersion,
    ratePerSecond: result.ratePerSecond,
    seconds: result.seconds,
    orders: result.orders,
    chat: result.chat,
    latencyP95Ms: thresholds.latencyP95Ms,
    errorPercent: thresholds.errorPercent,
    verdict: result.verdict,
  };
  return [
    '---',
    ...Object.entries(frontMatter).map(([name, value]) => `${name}: ${quoted(value)}`),
    '---',
    '',
    `# Load test of ${deployment}, ${date.slice(0, 10)}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    '```sh',
    commandOf(result),
    '```',
    '',
    ...table(columns, result.rows.map(cells)),
    '',
    ...messagesOf(result).map((message) => `- ${message}`),
    '',
  ].join('\n');
}

const row = z.tuple([
  z.enum([...stepNames, 'API', 'all']),
  z.coerce.number(),
  z.coerce.number(),
  z.coerce.number(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.enum(['within', 'latency', 'errors', 'refused', 'too few']),
]);

const frontMatter = z.object({
  kind: z.literal('load-test'),
  formatVersion: z.coerce.number().pipe(z.literal(1)),
  date: z.iso.datetime(),
  url: z.string(),
  deployment: z.string(),
  revision: z.string(),
  shopVersion: z.string(),
  ratePerSecond: z.coerce.number(),
  seconds: z.coerce.number(),
  orders: z.stringbool(),
  chat: z.stringbool(),
  latencyP95Ms: z.coerce.number(),
  errorPercent: z.coerce.number(),
  verdict: z.enum(['within', 'broken', 'refused']),
});

/** What a record says, for a checklist. */
export type LoadTestRecord = z.output<typeof frontMatter> & { readonly rows: readonly Row[] };

/** Reads a record. @returns undefined when the text is not a record of a load test in a form that is known */
export function readRecord(text: string): LoadTestRecord | undefined {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const stated = Object.fromEntries(
    [...head.matchAll(/^(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, unquoted(value)]),
  );
  const parsed = frontMatter.safeParse(stated);
  const rows = [...body.matchAll(/^\| (?!step |-)(.*) \|$/gm)].map(([, line = '']) =>
    rowOf(line.split('|').map((cell) => cell.trim())),
  );
  const read = rows.filter((each) => each !== undefined);
  return parsed.success && read.length > 0 && read.length === rows.length
    ? { ...parsed.data, rows: read }
    : undefined;
}

function rowOf(cells: readonly string[]): Row | undefined {
  const parsed = row.safeParse(cells);
  if (!parsed.success) return undefined;
  const [step, requests, errors, refused, p50, p95, p99, threshold, verdict] = parsed.data;
  const ms = (cell: string) => (cell === '–' ? null : Number(cell));
  return {
    step,
    requests,
    errors,
    refused,
    p50Ms: ms(p50),
    p95Ms: ms(p95),
    p99Ms: ms(p99),
    thresholdMs: ms(threshold),
    verdict,
  };
}

export const cells = (each: Row): readonly string[] => [
  each.step,
  String(each.requests),
  String(each.errors),
  String(each.refused),
  shown(each.p50Ms),
  shown(each.p95Ms),
  shown(each.p99Ms),
  each.thresholdMs === null ? '–' : String(each.thresholdMs),
  each.verdict,
];

/**
 * A value of YAML. Text is quoted, because YAML reads some texts as a number, a time or a boolean. No value has a
 * quote in it: addresses, names, versions and times do not.
 */
const quoted = (value: string | number | boolean) =>
  typeof value === 'string' ? `'${value}'` : String(value);

const unquoted = (value: string) => /^'(.*)'$/.exec(value)?.[1] ?? value;
