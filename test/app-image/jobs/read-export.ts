import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Manifest } from '../../../app-image/jobs/export/export-shop';

/** Reads an export as its README says, given how to get one of its files. */
export async function readExport(fileOf: (name: string) => Promise<Buffer>) {
  const manifest = JSON.parse((await fileOf('manifest.json')).toString('utf8')) as Manifest;
  const linesOf = async ({
    file,
    sha256,
    rows,
    bytes,
  }: {
    file: string;
    sha256: string;
    rows: number;
    bytes: number;
  }) => {
    const stored = await fileOf(file);
    expect(stored).toHaveLength(bytes);
    expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
    const lines = gunzipSync(stored).toString('utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(rows);
    return lines;
  };
  return { manifest, linesOf };
}

export const fromFolder = (folder: string) => (name: string) => readFile(join(folder, name));
