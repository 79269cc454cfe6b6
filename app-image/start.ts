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

/** `npm start`: bundles the sources if they changed, then runs the server with the arguments of the image. */
async function start(): Promise<void> {
  if (!existsSync(bundle) || statSync(bundle).mtimeMs < newest()) await buildImage({ archives: false });
  // A laptop may be in a public network: by default only the laptop itself can connect.
  process.env.HOST ??= '127.0.0.1';
  await import(pathToFileURL(bundle).href);
}

/** When a source changed last, in milliseconds since 1970. */
function newest(): number {
  const files = sources.flatMap((source) => {
    const path = join(__dirname, source);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

void start();
