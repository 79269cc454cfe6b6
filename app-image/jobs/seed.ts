import { Command } from 'commander';
import { seed } from '../seed/seed';
import { exitCodes, runJob } from './run-job';

export const command = new Command('seed')
  .description(
    'Write the opening catalogue. A second run updates texts and pictures, and keeps prices and stock.',
  )
  .addHelpText('after', exitCodes)
  .action(() =>
    runJob(async ({ database, log }) => {
      const result = await seed(database);
      log.info(result, 'the catalogue is written; run the reindex job to enable search by meaning');
      return result;
    }),
  );
