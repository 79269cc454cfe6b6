import { Command, InvalidArgumentError } from 'commander';
import { createEmbedder } from '../server/embeddings';
import { createVectorStore } from '../server/vectors';
import { reindex } from '../server/vectors/reindex';
import { exitCodes, runJob } from './run-job';

export const command = new Command('reindex')
  .description(
    [
      'Rebuild the vectors of all products from PostgreSQL, for the store and the model of the environment.',
      'Vectors that are up to date are skipped, so a stopped run can be continued. Search works during the run.',
    ].join('\n'),
  )
  .option('--batch <products>', 'products embedded and written together, 1–1000', wholeNumber, 64)
  .option('--from-scratch', 'delete the collection first; until the end, search is by words only', false)
  .addHelpText('after', exitCodes)
  .action((options: { batch: number; fromScratch: boolean }) =>
    runJob(async ({ environment, database, log, signal }) => {
      const embedder = await createEmbedder(environment, log);
      const store = await createVectorStore(environment, database, embedder);
      try {
        const result = await reindex({ database, store, embedder, log }, { ...options, signal });
        log.info({ ...result, store: store.kind, model: embedder.model }, 'reindexed');
        return result;
      } finally {
        await Promise.all([store.close(), embedder.close()]);
      }
    }),
  );

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000)
    throw new InvalidArgumentError('Give a whole number from 1 to 1000.');
  return value;
}
