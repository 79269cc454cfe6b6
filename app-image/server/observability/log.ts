import pino, { type Logger } from 'pino';
import { basename, dirname } from 'node:path';
import type { Environment } from '../../contract/environment';
import { callSite } from './call-site';

/** Never in a log line, wherever an object that is logged carries them. */
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
      mixin: source,
      redact: { paths: confidential, censor: '[redacted]' },
    },
    streams.length === 1 ? stdout : pino.multistream(streams.map((stream) => ({ stream, level: 'trace' }))),
  );
}

/** Pino calls this from `write`, that from the level's method, and that from the caller. */
function source(): { source: string } {
  return { source: callSite(source, 2) };
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
