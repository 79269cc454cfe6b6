import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { create } from 'tar';

/** Archive of all files of the image; the Dockerfile unpacks it. */
const imageArchive = 'image.tar';
/** Archive of the page's hashed files; a deployment uploads them to the bucket behind CloudFront. */
const assetsArchive = 'assets.zip';

/** Folders of the image. The packaged embedding model is left out: in AWS, Titan makes the embeddings. */
const inImage = ['api-docs', 'migrations', 'server', 'web'];
/** Fixed times, so that the same sources give the same bytes. A zip holds local time. */
const tarTime = new Date('2000-01-01T00:00:00Z');
const zipTime = new Date(2000, 0, 1);
/** A Unix file that all may read: Lambda unpacks a layer with the permissions that the zip states. */
const readable = { os: 3, attrs: (0o100644 << 16) >>> 0 };

/**
 * Packs a finished bundle into two archives in the same folder. CDK hashes and copies an asset file by
 * file at every synthesis, so one archive is faster than hundreds of files.
 */
export async function pack(bundle: string): Promise<void> {
  await Promise.all([packImage(bundle), packAssets(bundle)]);
}

async function packImage(bundle: string): Promise<void> {
  const files = (await Promise.all(inImage.map((folder) => filesIn(join(bundle, folder))))).flat();
  const names = files.map((file) => relative(bundle, file)).sort();
  // `portable` leaves out owner and group, which differ between machines.
  await create({ cwd: bundle, file: join(bundle, imageArchive), portable: true, mtime: tarTime }, names);
}

async function packAssets(bundle: string): Promise<void> {
  const folder = join(bundle, 'web', 'assets');
  const files = (await filesIn(folder)).sort();
  const entries: Zippable = {};
  for (const file of files) entries[relative(folder, file)] = await readFile(file);
  await writeFile(join(bundle, assetsArchive), zipSync(entries, { level: 9, mtime: zipTime, ...readable }));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
