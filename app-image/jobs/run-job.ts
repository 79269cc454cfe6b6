import pino, { type Logger } from 'pino';
import type { Environment } from '../contract/environment';
import { readEnvironment } from '../server/configuration/read-environment';
import type { Database } from '../server/database/database';
import { openDatabase } from '../server/database/open-database';
import { createLog } from '../server/observability/log';

export interface JobContext {
  readonly environment: Environment;
  readonly database: Database;
  /** Progress, as JSON lines on stderr. */
  readonly log: Logger;
  /** Aborted by SIGTERM and SIGINT: the job stops at the next point from which it can be continued. */
  readonly signal: AbortSignal;
}

/** The end of every `--help`. */
export const exitCodes = `
Settings come from the environment variables of the server.
Progress goes to stderr as JSON lines, the result to stdout as one.
Exit codes: 0 done, 1 failed or stopped, 78 environment not valid.`;

/** Opens what a job needs, runs it, and prints its result as one line of JSON. */
export async function runJob(work: (context: JobContext) => Promise<object>): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = await createLog(environment, pino.destination({ dest: 2, sync: true }));
  const stop = new AbortController();
  const stopJob = (name: string) =>
    stop.abort(new Error(`stopped by ${name}; run the job again to continue`));
  process.once('SIGTERM', stopJob).once('SIGINT', stopJob);
  const database = await openDatabase(environment, log);
  try {
    const result = await work({ environment, database, log, signal: stop.signal });
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } finally {
    process.off('SIGTERM', stopJob).off('SIGINT', stopJob);
    await database.close();
  }
}
