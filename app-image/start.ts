import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildImage, distDirectory } from './build';

/** `npm start`: bundles the sources, then becomes the server, with arguments as the image takes them. */
async function start(): Promise<void> {
  await buildImage();
  // A laptop may sit in a café: unlike a container, it answers itself only, unless told otherwise.
  process.env.HOST ??= '127.0.0.1';
  await import(pathToFileURL(join(distDirectory, 'server', 'shop.mjs')).href);
}

void start();
