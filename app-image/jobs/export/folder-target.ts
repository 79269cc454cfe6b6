import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportTarget } from './target';

export class FolderTarget implements ExportTarget {
  readonly place: string;

  constructor(folder: string, path: string) {
    this.place = join(folder, path);
  }

  /** Writes under another name until the file is complete and on disk. */
  async write(name: string, content: Readable): Promise<void> {
    const file = join(this.place, name);
    const partial = `${file}.partial`;
    await mkdir(dirname(file), { recursive: true });
    try {
      await pipeline(content, createWriteStream(partial, { flush: true }));
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async close(): Promise<void> {
    // Files are closed one by one.
  }
}
