import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundlePackagedModel } from './server/embeddings/bundle-packaged-model';
import { pack } from './pack';
import { productPictures } from './seed/pictures';
import { buildWeb } from './web/build-web';

const source = __dirname;
/** The folder that holds the build's output, `image.tar` for the Dockerfile among it. The same sources give the same bytes. */
export const distDirectory = join(source, 'dist');

/**
 * Bundles the server, its jobs and the pages, and copies the files they read at run time.
 * @param archives - whether to pack the archives, which only a deployment needs. @default true
 */
export async function buildImage({ archives = true } = {}): Promise<void> {
  // Built in a folder of its own and renamed at the end, so that `dist` is complete at any time.
  const fresh = await mkdtemp(join(source, 'dist-'));
  await Promise.all([
    bundleServer(join(fresh, 'server')),
    buildWeb(join(fresh, 'web'), productPictures()),
    bundlePackagedModel(join(fresh, 'model')),
    cp(join(source, 'migrations'), join(fresh, 'migrations'), { recursive: true }),
    cp(apiDocsFiles(), join(fresh, 'api-docs'), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    }),
  ]);
  if (archives) await pack(fresh);
  // mkdtemp makes a folder that only its owner can read; the image runs as another user.
  await chmod(fresh, 0o755);
  await putInPlace(fresh);
}

/** Two renames and then the removal: `dist` is missing only between the renames. */
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
    // Optional packages that the image does not hold: pg's native binding, Chroma's own embeddings, and the laptop's database.
    external: ['pg-native', '@chroma-core/default-embed', '@electric-sql/pglite'],
    plugins: [ownSourcesInMap],
  });
}

/** Defines what CommonJS packages expect and ES modules lack. */
const commonJsGlobals = `import{createRequire as __createRequire}from'node:module';import{fileURLToPath as __fileUrlToPath}from'node:url';import{dirname as __directoryOf}from'node:path';const require=__createRequire(import.meta.url),__filename=__fileUrlToPath(import.meta.url),__dirname=__directoryOf(__filename);`;

const emptyMap = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');

/**
 * Leaves packages out of the source map (https://esbuild.github.io/api/#source-maps). The map serves to
 * name our own lines in the log; without packages it has a tenth of the size and loads faster.
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
