import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { handlersDirectory } from './handlers-directory';

const suffix = '.lambda.ts';
const constructs = join(__dirname, '..');

/** Bundles every `NAME.lambda.ts` to `dist/handlers/NAME/index.mjs`, the same bytes each time. */
export async function buildHandlers(): Promise<void> {
  const sources = readdirSync(constructs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(suffix),
  );
  rmSync(handlersDirectory, { recursive: true, force: true });
  await build({
    entryPoints: sources.map((source) => ({
      in: join(constructs, source),
      out: join(basename(source, suffix), 'index'),
    })),
    outdir: handlersDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // pg loads its native binding only when asked to; CommonJS inside an ES module needs a `require`.
    external: ['pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
}
