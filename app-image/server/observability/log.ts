import pino, { type Logger } from 'pino';
import { basename, dirname } from 'node:path';
import type { Environment } from '../../contract/environment';
import { callSite } from './call-site';
import { currentRequestId } from './current-request';
import { errorRecord, isErrorLike, isRecord } from './error-record';

/** Name of the request's id in a line. */
export const requestIdField = 'requestId';

/** Properties that are redacted in every logged object. */
const confidential = [
  'password',
  'passwordHash',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'headers.authorization',
  'headers.cookie',
].flatMap((path) => [path, `*.${path}`]);

/** JSON lines on stdout with level and source location; to a rotating file as well when asked (R2). */
export async function createLog(
  environment: Pick<Environment, 'LOG_LEVEL' | 'LOG_FILE'>,
  stdout: pino.DestinationStream = pino.destination({ dest: 1, sync: true }),
): Promise<Logger> {
  const streams: pino.DestinationStream[] = [stdout];
  if (environment.LOG_FILE) streams.push(await rotatingFile(environment.LOG_FILE));
  return pino(
    {
      level: environment.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: (_, __, logger) => ({ ...source(), ...requestOf(logger) }),
      redact: { paths: confidential, censor: '[redacted]' },
      // For bindings of child loggers, which pass no hook.
      serializers: { err: errorRecord, error: errorRecord },
      hooks: { logMethod: withSafeErrors },
    },
    streams.length === 1 ? stdout : pino.multistream(streams.map((stream) => ({ stream, level: 'trace' }))),
  );
}

/**
 * The mixin calls this, pino calls the mixin from `write`, that from the level's method, that from
 * `withSafeErrors`, that from pino's wrapper around the hook, and that from the caller.
 */
function source(): { source: string } {
  return { source: callSite(source, 5) };
}

/** The request that a line belongs to, for every logger; that of Fastify has the id already. */
function requestOf(logger: object): { requestId?: string } {
  const requestId = currentRequestId();
  if (requestId === undefined) return {};
  const bindings: unknown = Reflect.get(logger, pino.symbols.chindingsSym);
  return String(bindings).includes(`"${requestIdField}":`) ? {} : { [requestIdField]: requestId };
}

/** Runs before pino reads a message out of an error: every error of a line becomes its record first. */
function withSafeErrors(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const [first, ...rest] = args as unknown[];
  const safe = rest.map((value) => safeText(value));
  if (isErrorLike(first)) {
    const record = errorRecord(first);
    const [message = record.message, ...values] = safe;
    method.apply(this, [{ err: record }, message, ...values] as Parameters<pino.LogFn>);
    return;
  }
  method.apply(this, [withRecords(first), ...safe] as Parameters<pino.LogFn>);
}

/** A value for a placeholder of the message. */
function safeText(value: unknown): unknown {
  if (!isErrorLike(value)) return withRecords(value);
  const { type, message } = errorRecord(value);
  return `${type}: ${message}`;
}

/** Deeper than any object that is logged. */
const deepest = 6;

/** Plain objects and lists with records instead of errors; everything else as it is. */
function withRecords(value: unknown, depth = 0): unknown {
  if (isErrorLike(value)) return errorRecord(value);
  if (typeof value !== 'object' || value === null || isRecord(value) || depth === deepest) return value;
  if (Array.isArray(value)) return value.map((item) => withRecords(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      // Whatever was thrown, also when it is no error.
      depth === 0 && ['err', 'error'].includes(key) ? errorRecord(item) : withRecords(item, depth + 1),
    ]),
  );
}

/** 10 MB × 10, as R2 asks. */
async function rotatingFile(path: string): Promise<pino.DestinationStream> {
  const { createStream } = await import('rotating-file-stream');
  return createStream(basename(path), {
    path: dirname(path),
    size: '10M',
    maxFiles: 10,
    initialRotation: false,
  });
}
