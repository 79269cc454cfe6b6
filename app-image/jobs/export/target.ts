import type { Readable } from 'node:stream';
import type { Environment } from '../../contract/environment';

/** Where an export goes. Files are streamed: none is ever whole in memory. */
export interface ExportTarget {
  /** For people: a folder, or `s3://bucket/path`. */
  readonly place: string;
  /** Resolves once the file is stored; a file that failed is not there. */
  write(name: string, content: Readable): Promise<void>;
  close(): Promise<void>;
}

type Settings = Pick<Environment, 'BACKUP_BUCKET' | 'AWS_REGION' | 'AWS_ENDPOINT_URL'> & {
  readonly folder?: string;
};

export async function openTarget(
  { folder, BACKUP_BUCKET, AWS_REGION, AWS_ENDPOINT_URL }: Settings,
  path: string,
): Promise<ExportTarget> {
  if (folder) {
    const { FolderTarget } = await import('./folder-target.js');
    return new FolderTarget(folder, path);
  }
  if (!BACKUP_BUCKET)
    throw new Error('There is nowhere to export to: set BACKUP_BUCKET, or name a folder with --to.');
  const { BucketTarget } = await import('./bucket-target.js');
  return new BucketTarget(BACKUP_BUCKET, path, { region: AWS_REGION, endpoint: AWS_ENDPOINT_URL });
}
