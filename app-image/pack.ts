import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { create } from 'tar';

/** Everything the image holds, in one file that the Dockerfile unpacks. */
const imageArchive = 'image.tar';
/** The page's hashed files, in one file that is uploaded to where CloudFront reads them. */
const assetsArchive = 'assets.zip';

/** What goes into the image. The offline embedding model stays out: in AWS embeddings come from Titan. */
const inImage = ['api-docs', 'migrations', 'server', 'web'];
/** Long before any build, so that the same sources give the same bytes; a zip holds local time. */
const tarTime = new Date('2000-01-01T00:00:00Z');
const zipTime = new Date(2000, 0, 1);
/** Unix, a file, readable by all: Lambda unpacks a layer with the permissions it states. */
const readable = { os: 3, attrs: (0o100644 << 16) >>> 0 };

/**
 * Packs a finished bundle into two archives beside it. CDK hashes and copies an asset file by file at
 * every synthesis; of 1,200 pictures that was more than half of its time.
 */
export async function pack(bundle: string): Promise<void> {
  await Promise.all([packImage(bundle), packAssets(bundle)]);
}

async function packImage(bundle: string): Promise<void> {
  const files = (await Promise.all(inImage.map((folder) => filesIn(join(bundle, folder))))).flat();
  const names = files.map((file) => relative(bundle, file)).sort();
  // Portable leaves out owners, and with them whose machine it was.
  await create({ cwd: bundle, file: join(bundle, imageArchive), portable: true, mtime: tarTime }, names);
}

async function packAssets(bundle: string): Promise<void> {
  const folder = join(bundle, 'web', 'assets');
  const files = (await filesIn(folder)).sort();
  const entries: Zippable = {};
  for (const file of files) entries[relative(folder, file)] = await readFile(file);
  // Pictures are compressed already; the upload of the rest is a few hundred kilobytes.
  await writeFile(join(bundle, assetsArchive), zipSync(entries, { level: 0, mtime: zipTime, ...readable }));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
