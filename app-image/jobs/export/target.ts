import type { Readable } from 'node:stream';

/** Where an export goes. Files are streamed: none is ever whole in memory. */
export interface ExportTarget {
  /** For people: a folder, or `s3://bucket/path`. */
  readonly place: string;
  /** Resolves once the file is stored; a file that failed is not there. */
  write(name: string, content: Readable): Promise<void>;
  close(): Promise<void>;
}
