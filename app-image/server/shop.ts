import { exitBadConfiguration, jobs, type Job } from '../contract/paths';
import type { JobModule } from '../jobs/job';
import { errorText } from './observability/error-record';

class UnknownJobError extends Error {
  override readonly name = 'UnknownJobError';

  constructor(job: string) {
    super(
      `${JSON.stringify(job)} is not a job. Give one of ${jobs.join(', ')}, or no name to start the server.`,
    );
  }
}

/** Loaded on demand: the server starts without the jobs' code, and a job without the server's. */
const jobModules: Record<Job, () => Promise<JobModule>> = {
  migrate: () => import('../jobs/migrate.js'),
  seed: () => import('../jobs/seed.js'),
  reindex: () => import('../jobs/reindex.js'),
  export: () => import('../jobs/export.js'),
};

/** `node shop.mjs` serves; `node shop.mjs JOB` runs a job and ends. */
async function main([name, ...options]: readonly string[]): Promise<void> {
  const job = jobs.find((known) => known === name);
  if (job) {
    const { command } = await jobModules[job]();
    await command.parseAsync(options, { from: 'user' });
  } else if (name === undefined) {
    const [{ readEnvironment }, { createLog }, { serve }] = await Promise.all([
      import('./configuration/read-environment.js'),
      import('./observability/log.js'),
      import('./serve.js'),
    ]);
    const environment = readEnvironment(process.env);
    await serve(environment, await createLog(environment));
  } else {
    throw new UnknownJobError(name);
  }
}

/** Faults of the caller: the message says what to do, and a stack would hide it. */
const expected = ['ConfigurationError', 'DirectoryInUseError', 'UnknownJobError'];

/** Node itself would print an error with all its properties, which hold what customers sent. */
function exitWith(error: unknown): void {
  const name = error instanceof Error ? error.name : '';
  const text = error instanceof Error && expected.includes(name) ? error.message : errorText(error);
  process.stderr.write(`${text}\n`);
  process.exit(name === 'ConfigurationError' ? exitBadConfiguration : 1);
}

process.on('uncaughtException', exitWith).on('unhandledRejection', exitWith);
main(process.argv.slice(2)).catch(exitWith);
