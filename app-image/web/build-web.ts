import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';

const source = __dirname;

/** The parts that page.html names, and the source file of each. */
const entries = {
  main: 'main.tsx',
  theme: 'theme/apply-theme.ts',
  icon: 'icon.svg',
  styles: 'styles/shop.css',
} as const;

/**
 * Bundles the browser's part of the shop: every file under `OUTDIR/assets/` has the hash of its content
 * in its name, and `OUTDIR/index.html` refers to it. The same source gives the same bytes.
 * @param pictures - the products' pictures: SVG by name.
 */
export async function buildWeb(outdir: string, pictures: ReadonlyMap<string, string>): Promise<void> {
  const pictureHashes = await writePictures(join(outdir, 'assets', 'pictures'), pictures);
  const { metafile } = await build({
    absWorkingDir: source,
    entryPoints: Object.values(entries),
    outdir: join(outdir, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    jsx: 'automatic',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    loader: { '.svg': 'copy' },
    define: {
      'process.env.NODE_ENV': '"production"',
      pictureHashes: JSON.stringify(pictureHashes),
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'index.html'), await page(metafile));
}

/** Writes each picture as `NAME-HASH.svg`. Returns hash by name. */
async function writePictures(
  directory: string,
  pictures: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  await mkdir(directory, { recursive: true });
  const hashes: Record<string, string> = {};
  for (const [name, svg] of pictures) {
    const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8).toUpperCase();
    hashes[name] = hash;
    await writeFile(join(directory, `${name}-${hash}.svg`), svg);
  }
  return hashes;
}

async function page(metafile: Metafile): Promise<string> {
  const template = await readFile(join(source, 'page.html'), 'utf8');
  const addresses = addressOfEntries(metafile);
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, part: string) => {
    const entry = entries[part as keyof typeof entries];
    const address = addresses.get(entry);
    if (!address)
      throw new Error(
        `page.html contains {{${part}}}; it may contain only ${Object.keys(entries).join(', ')}`,
      );
    return address;
  });
}

function addressOfEntries(metafile: Metafile): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const [file, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const entry = entryPoint ?? (extname(file) === '.svg' ? Object.keys(inputs)[0] : undefined);
    if (entry) addresses.set(relative('.', entry), `/assets/${basename(file)}`);
  }
  return addresses;
}
