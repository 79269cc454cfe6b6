import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ExportTarget } from './target';

/** The manifest's entry of one file. */
export interface WrittenFile {
  readonly file: string;
  readonly rows: number;
  /** Size of the stored file. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Streams lines into a gzip file and computes its row count, size and checksum. */
export async function writeLines(
  target: ExportTarget,
  file: string,
  lines: AsyncIterable<string>,
): Promise<WrittenFile> {
  let rows = 0;
  let bytes = 0;
  const checksum = createHash('sha256');
  async function* counted(): AsyncGenerator<string> {
    for await (const line of lines) {
      rows += 1;
      yield `${line}\n`;
    }
  }
  const stored = new Transform({
    transform: (chunk: Buffer, _, passOn) => {
      bytes += chunk.length;
      checksum.update(chunk);
      passOn(null, chunk);
    },
  });
  // Both ends fail together: a query that fails must not leave half a file that looks complete.
  await Promise.all([pipeline(Readable.from(counted()), createGzip(), stored), target.write(file, stored)]);
  return { file, rows, bytes, sha256: checksum.digest('hex') };
}
