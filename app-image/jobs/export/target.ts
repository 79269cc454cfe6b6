import type { Readable } from 'node:stream';

/** Destination of an export. Files are streamed and never held in memory as a whole. */
export interface ExportTarget {
  /** For people: a folder, or `s3://bucket/path`. */
  readonly place: string;
  /** Resolves once the file is stored; a file that failed is removed. */
  write(name: string, content: Readable): Promise<void>;
  close(): Promise<void>;
}
