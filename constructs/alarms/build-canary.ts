import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { canaryDirectory } from './canary-directory';

/** Bundles the script of the canary to `dist/canary/index.js`, as CommonJS, which Synthetics loads. */
export async function buildCanary(): Promise<void> {
  rmSync(canaryDirectory, { recursive: true, force: true });
  await build({
    entryPoints: [join(__dirname, 'canary-script', 'index.ts')],
    outdir: canaryDirectory,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
