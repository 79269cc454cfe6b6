import { types } from 'node:util';
import { property } from '../error-code';
import { clean, safeMessage } from './safe-message';

/** What a log, the error tracker and the terminal may show of an error. Everything else is left out. */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  /** Frames only: the first lines of a stack repeat the message. */
  readonly stack?: string;
  readonly cause?: ErrorRecord;
  /** Members of an AggregateError. */
  readonly errors?: readonly ErrorRecord[];
  readonly [detail: string]: unknown;
}

/**
 * Properties that name a fault and never hold a value of a customer. Drivers add others that do:
 * `detail`, `where`, `params`, `parameters`, `query`, `command`, `input`, `$response`, `config`.
 */
const shown = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'status',
  'statusCode',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
] as const;
const mostCauses = 8;
const mostErrors = 10;
const mostFrames = 30;

const made = new WeakSet<object>();

/**
 * The only way an error becomes text. Errors of drivers carry what a customer sent – Drizzle puts every
 * parameter into message and stack, PostgreSQL the whole row into `detail` – so fields are chosen here by
 * name, and messages pass `safeMessage`.
 */
export function errorRecord(error: unknown): ErrorRecord {
  if (isRecord(error)) return error;
  return recordOf(error, parametersOf(error), new Set());
}

/** For stderr: type, message and frames of an error and of its causes. */
export function errorText(error: unknown): string {
  const { type, message, stack, cause, errors = [] } = errorRecord(error);
  return [
    `${type}: ${message}`,
    ...(stack ? [stack] : []),
    ...(cause ? [`Caused by ${errorText(cause)}`] : []),
    ...errors.map((member) => `With ${errorText(member)}`),
  ].join('\n');
}

export function isRecord(value: unknown): value is ErrorRecord {
  return typeof value === 'object' && value !== null && made.has(value);
}

/** Also for errors of another realm, and for objects that only look like errors. */
export function isErrorLike(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isRecord(value)) return false;
  return types.isNativeError(value) || (typeof property(value, 'stack') === 'string' && 'message' in value);
}

function recordOf(error: unknown, parameters: readonly string[], seen: Set<unknown>): ErrorRecord {
  seen.add(error);
  const record: Record<string, unknown> & { type: string; message: string } = {
    type: typeOf(error),
    message: clean(safeMessage(error), parameters),
  };
  if (typeof error === 'object' && error !== null) {
    for (const name of shown) {
      const value = shownValue(property(error, name));
      if (value !== undefined) record[name] = value;
    }
    const requestId = property(property(error, '$metadata'), 'requestId');
    if (typeof requestId === 'string') record.awsRequestId = clean(requestId, parameters);
    const stack = framesOf(error, parameters);
    if (stack) record.stack = stack;
    const cause = property(error, 'cause');
    if (cause !== undefined && !seen.has(cause) && seen.size <= mostCauses)
      record.cause = recordOf(cause, parameters, seen);
    const errors = property(error, 'errors');
    if (Array.isArray(errors) && seen.size <= mostCauses)
      record.errors = errors
        .filter((member) => isErrorLike(member) && !seen.has(member))
        .slice(0, mostErrors)
        .map((member) => recordOf(member, parameters, seen));
  }
  made.add(record);
  return record;
}

/** A name or a code; text of any other form may be a value. */
function shownValue(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[\w.:/-]{1,100}$/.test(value) ? value : undefined;
}

function typeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const name = property(error, 'name');
  const word = typeof name === 'string' ? name : property(property(error, 'constructor'), 'name');
  return typeof word === 'string' && /^[\w.$-]{1,80}$/.test(word) ? word : 'Error';
}

function framesOf(error: object, parameters: readonly string[]): string {
  const stack = property(error, 'stack');
  if (typeof stack !== 'string') return '';
  const message = property(error, 'message');
  const start = typeof message === 'string' && message ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(Math.max(0, start))
    .split('\n')
    .filter((line) => /^\s+at \S.*(:\d+:\d+\)?|<anonymous>\)?|\(native\)|\(index \d+\))$/.test(line))
    .slice(0, mostFrames)
    .map((line) => clean(line, parameters))
    .join('\n');
}

/** What a statement or a command was sent with: the drivers' messages may repeat it. */
function parametersOf(error: unknown): string[] {
  const found = new Set<string>();
  let cause = error;
  for (let depth = 0; typeof cause === 'object' && cause !== null && depth <= mostCauses; depth += 1) {
    for (const list of [
      property(cause, 'params'),
      property(cause, 'parameters'),
      property(property(cause, 'command'), 'args'),
    ])
      if (Array.isArray(list)) list.forEach((value) => collect(value, found));
    cause = property(cause, 'cause');
  }
  // The longest first: one may be part of another.
  return [...found].sort((a, b) => b.length - a.length);
}

/** Shorter ones are words of any message. */
const shortestParameter = 4;

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string' && value.length >= shortestParameter) found.add(value);
}
