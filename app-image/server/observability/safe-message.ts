import { DrizzleQueryError } from 'drizzle-orm/errors';
import { ZodError } from 'zod';
import { errorCode, property } from '../error-code';

/**
 * Classes of SQLSTATE whose messages name parts of the schema and settings, and no values: connections,
 * constraints, transaction states, resources, syntax and access, operator's actions.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const classesWithoutValues = new Set([
  '08',
  '0A',
  '23',
  '25',
  '26',
  '34',
  '3D',
  '3F',
  '40',
  '42',
  '53',
  '54',
  '55',
  '57',
  '58',
]);

const mostCharacters = 2000;

/** The message of an error without what it was called with. Messages that quote their input are withheld. */
export function safeMessage(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null || !('message' in error))
    return 'a value that is not an error was thrown';
  // The statement holds placeholders; its values stand in `params`.
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query}`;
  if (error instanceof ZodError)
    return error.issues.map(({ path, code }) => `${path.join('.') || 'value'}: ${code}`).join(', ');
  const state = sqlStateOf(error);
  if (state !== undefined && !classesWithoutValues.has(state.slice(0, 2)))
    return `PostgreSQL refused a value (SQLSTATE ${state})`;
  // `JSON.parse` quotes the text that it could not parse.
  if (property(error, 'name') === 'SyntaxError') return 'The text could not be parsed';
  const message = property(error, 'message');
  return typeof message === 'string' ? message : '';
}

function sqlStateOf(error: object): string | undefined {
  const code = errorCode(error);
  // Of Node's own codes only EPERM and the like have five letters; they have no severity.
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error ? code : undefined;
}

/** Secrets and personal data by their form, wherever a message carries them. */
const confidential: readonly (readonly [RegExp, string])[] = [
  [/\bparams: [^]*$/, 'params: [redacted]'],
  [/\bKey \(([^)]*)\)=\([^]*?\)(?=\W|$)/g, 'Key ($1)=([redacted])'],
  [/\bFailing row contains \([^]*\)/g, 'Failing row contains ([redacted])'],
  // The user's part of an address; a frame's `file:` address has a path with the `@` of a package.
  [/\b(?!file:)([a-z][a-z0-9+.-]*:\/\/)[^\s"'`<>]*@/gi, '$1[redacted]@'],
  [/[^\s@"'`<>()[\]{}=,;:|/\\]+@[^\s@"'`<>()[\]{}=,;:|/\\]+\.[^\s@"'`<>()[\]{}=,;:|/\\]+/g, '[redacted]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/\bscrypt\$[\w$+/=]+/g, '[redacted]'],
  [/\b(AKIA|ASIA)[A-Z0-9]{12,}/g, '[redacted]'],
  [
    /("?\b[\w-]*(?:password|passwd|secret|token|authorization|cookie|api[_-]?key|signature|credential)"?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s&,;)]+)/gi,
    '$1[redacted]',
  ],
];

/** @param parameters - what the failed call was made with, the longest first */
export function clean(text: string, parameters: readonly string[]): string {
  const withoutParameters = parameters.reduce(
    (rest, parameter) => rest.replaceAll(parameter, '[redacted]'),
    text,
  );
  return confidential
    .reduce((rest, [form, instead]) => rest.replace(form, instead), withoutParameters)
    .slice(0, mostCharacters);
}
