import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildImage, distDirectory } from './build';

const bundle = join(distDirectory, 'server', 'shop.mjs');
const sources = [
  'api',
  'contract',
  'jobs',
  'migrations',
  'seed',
  'server',
  'web',
  'build.ts',
  'package.json',
];

/** `npm start`: bundles the sources, then becomes the server, with arguments as the image takes them. */
async function start(): Promise<void> {
  if (!existsSync(bundle) || statSync(bundle).mtimeMs < newest()) await buildImage({ archives: false });
  // A laptop may sit in a café: unlike a container, it answers itself only, unless told otherwise.
  process.env.HOST ??= '127.0.0.1';
  await import(pathToFileURL(bundle).href);
}

/** When a source was changed last. */
function newest(): number {
  const files = sources.flatMap((source) => {
    const path = join(__dirname, source);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

void start();
