import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildImage } from '../app-image/build';
import { buildHandlers } from '../constructs/build-handlers';

/**
 * cdk.json's `build`: bundles the application and the Lambda handlers before every synth. When no
 * source has changed since the last time, it does nothing, which is most synths; `--force` bundles
 * all the same.
 */
const repository = join(__dirname, '..');
const stamp = join(repository, 'dist', 'built-from');
const sources = ['app-image', 'constructs', 'lib', 'package-lock.json'];
const outputs = ['app-image/dist/server/shop.mjs', 'app-image/dist/web/index.html', 'dist/handlers'];

async function build(): Promise<void> {
  const fingerprint = fingerprintOf(sources);
  if (!process.argv.includes('--force') && isBuilt(fingerprint)) return;
  await Promise.all([buildImage(), buildHandlers()]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function isBuilt(fingerprint: string): boolean {
  const isThere = (path: string) => existsSync(join(repository, path));
  return outputs.every(isThere) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;
}

/** Names, sizes and times of all source files: reading them would take longer than bundling. */
function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesAt)) {
    const { size, mtimeMs } = statSync(join(repository, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  if (!statSync(join(repository, path)).isDirectory()) return [path];
  return readdirSync(join(repository, path), { withFileTypes: true })
    .filter(({ name }) => !/^(dist|node_modules|\.data)/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesAt(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

void build();
