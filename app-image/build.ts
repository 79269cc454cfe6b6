import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundlePackagedModel } from './server/embeddings/bundle-packaged-model';
import { pack } from './pack';
import { buildWeb } from './web/build-web';

const source = __dirname;
/** What the Dockerfile copies: the same bytes for every build of the same sources. */
export const distDirectory = join(source, 'dist');

/**
 * Bundles the server, its jobs and the pages, and lays the files they read beside them.
 * @param archives - what only a deployment needs. @default true
 */
export async function buildImage({ archives = true } = {}): Promise<void> {
  // Built aside and put in place at the end: whoever reads `dist` meanwhile finds a whole one.
  const fresh = await mkdtemp(join(source, 'dist-'));
  await Promise.all([
    bundleServer(join(fresh, 'server')),
    buildWeb(join(fresh, 'web')),
    bundlePackagedModel(join(fresh, 'model')),
    cp(join(source, 'migrations'), join(fresh, 'migrations'), { recursive: true }),
    cp(join(source, 'seed', 'pictures'), join(fresh, 'web', 'assets', 'pictures'), { recursive: true }),
    cp(apiDocsFiles(), join(fresh, 'api-docs'), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    }),
  ]);
  if (archives) await pack(fresh);
  // Made for its owner alone; in the image another user reads it.
  await chmod(fresh, 0o755);
  await putInPlace(fresh);
}

/** Removing thousands of files takes longer than two renames, between which there is no `dist`. */
async function putInPlace(fresh: string): Promise<void> {
  const replaced = `${fresh}-replaced`;
  if (existsSync(distDirectory)) await rename(distDirectory, replaced);
  await rename(fresh, distDirectory);
  await rm(replaced, { recursive: true, force: true });
}

async function bundleServer(outdir: string): Promise<void> {
  await build({
    absWorkingDir: source,
    entryPoints: { shop: 'server/shop.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: commonJsGlobals },
    // Loaded only when asked for: pg's native binding, Chroma's own embeddings, and the laptop's database.
    external: ['pg-native', '@chroma-core/default-embed', '@electric-sql/pglite'],
    plugins: [ownSourcesInMap],
  });
}

/** What CommonJS packages expect to find inside the ES modules they are bundled into. */
const commonJsGlobals = `import{createRequire as __createRequire}from'node:module';import{fileURLToPath as __fileUrlToPath}from'node:url';import{dirname as __directoryOf}from'node:path';const require=__createRequire(import.meta.url),__filename=__fileUrlToPath(import.meta.url),__dirname=__directoryOf(__filename);`;

const emptyMap = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');

/**
 * Leaves packages out of the source map, which is there to name our own lines in the log
 * (https://esbuild.github.io/api/#source-maps): a tenth of the size, and quick to read at start-up.
 */
const ownSourcesInMap: Plugin = {
  name: 'own-sources-in-map',
  setup: (bundler) =>
    bundler.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${emptyMap}`,
      loader: 'js',
    })),
};

function apiDocsFiles(): string {
  return join(dirname(require.resolve('@fastify/swagger-ui/package.json')), 'static');
}
