import { Command } from 'commander';
import { createEmbedder } from '../server/embeddings';
import { createVectorStore } from '../server/vectors';
import { exportShop } from './export/export-shop';
import { openTarget } from './export/open-target';
import { exitCodes, runJob } from './run-job';

export const command = new Command('export')
  .description(
    'Write all tables, the vectors and a manifest with counts and checksums, as of one moment.\nThe format is described in app-image/jobs/export/README.md.',
  )
  .option('--to <folder>', 'a folder to write to, instead of the bucket in BACKUP_BUCKET')
  .option('--prefix <path>', 'path inside the bucket or the folder', 'exports')
  .addHelpText('after', exitCodes)
  .action((options: { to?: string; prefix: string }) =>
    runJob(async ({ environment, database, log, signal }) => {
      const name = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
      const target = await openTarget({ ...environment, folder: options.to }, `${options.prefix}/${name}`);
      const embedder = await createEmbedder(environment, log);
      const store = await createVectorStore(environment, database, embedder);
      try {
        const manifest = await exportShop({ database, store, embedder, target, log, signal });
        log.info({ place: target.place }, 'exported');
        return { place: target.place, ...manifest };
      } finally {
        await Promise.all([store.close(), embedder.close(), target.close()]);
      }
    }),
  );
