import { Command } from 'commander';
import { seed } from '../seed/seed';
import { exitCodes, runJob } from './run-job';

export const command = new Command('seed')
  .description(
    'Fill in the opening catalogue. Again, it brings texts and pictures up to date and leaves prices and stock.',
  )
  .addHelpText('after', exitCodes)
  .action(() =>
    runJob(async ({ database, log }) => {
      const result = await seed(database);
      log.info(result, 'the catalogue is filled in; run the reindex job for search by meaning');
      return result;
    }),
  );
