import type { Environment } from '../../contract/environment';
import type { ExportTarget } from './target';

type Settings = Pick<Environment, 'BACKUP_BUCKET' | 'AWS_REGION' | 'AWS_ENDPOINT_URL'> & {
  readonly folder?: string;
};

/** The folder of `--to`, or the bucket in BACKUP_BUCKET. Throws when there is neither. */
export async function openTarget(
  { folder, BACKUP_BUCKET, AWS_REGION, AWS_ENDPOINT_URL }: Settings,
  path: string,
): Promise<ExportTarget> {
  if (folder) {
    const { FolderTarget } = await import('./folder-target.js');
    return new FolderTarget(folder, path);
  }
  if (!BACKUP_BUCKET)
    throw new Error('No destination for the export. Set BACKUP_BUCKET, or give a folder with --to.');
  const { BucketTarget } = await import('./bucket-target.js');
  return new BucketTarget(BACKUP_BUCKET, path, { region: AWS_REGION, endpoint: AWS_ENDPOINT_URL });
}
