import { exitBadConfiguration, jobs, type Job } from '../contract/paths';
import type { JobModule } from '../jobs/job';

/** Loaded when asked for: the server starts without the jobs' code, and the other way round. */
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
    throw new Error(`unknown job ${JSON.stringify(name)}; known are ${jobs.join(', ')}, and none serves`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const configuration = error instanceof Error && error.name === 'ConfigurationError';
  const expected = configuration || (error instanceof Error && error.name === 'DirectoryInUseError');
  process.stderr.write(
    `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exit(configuration ? exitBadConfiguration : 1);
});
