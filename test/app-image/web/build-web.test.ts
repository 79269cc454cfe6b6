import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '../../../app-image/web/build-web';

const budgetBytes = 120 * 1024;
const pictures = new Map([
  ['teapot', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['mug', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'],
]);

describe('the built page', () => {
  let directory = '';
  let page = '';
  let assets: string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shop-web-'));
    await buildWeb(directory, pictures);
    page = await readFile(join(directory, 'index.html'), 'utf8');
    assets = (await readdir(join(directory, 'assets'), { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('refers only to files that exist, under names with a hash of their content', () => {
    const referred = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(referred).toHaveLength(assets.length);
    for (const address of referred) {
      expect(address).toMatch(/^\/assets\/[\w-]+-[A-Z0-9]{8}\.(js|css|svg)$/);
      expect(assets).toContain(address?.replace('/assets/', ''));
    }
  });

  it('C35: has a file for each picture, whose address changes with its content and with nothing else', async () => {
    const files = await readdir(join(directory, 'assets', 'pictures'));
    expect(files.sort()).toEqual([
      expect.stringMatching(/^mug-[0-9A-F]{8}\.svg$/),
      expect.stringMatching(/^teapot-[0-9A-F]{8}\.svg$/),
    ]);
    expect(await readFile(join(directory, 'assets', 'pictures', files[1] ?? ''), 'utf8')).toBe(
      pictures.get('teapot'),
    );

    const redrawn = await mkdtemp(join(tmpdir(), 'shop-web-'));
    await buildWeb(redrawn, new Map([...pictures, ['mug', '<svg/>']]));
    const [mug, teapot] = (await readdir(join(redrawn, 'assets', 'pictures'))).sort();
    expect(teapot).toBe(files[1]);
    expect(mug).not.toBe(files[0]);
    await rm(redrawn, { recursive: true });
  });

  it('has nothing inline that the Content-Security-Policy would have to allow (C15)', () => {
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
      expect(attributes).toContain('src=');
      expect(content).toBe('');
    }
  });

  it(`loads no more than ${budgetBytes / 1024} KiB of compressed JavaScript`, async () => {
    const scripts = assets.filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(
        async (name) => gzipSync(await readFile(join(directory, 'assets', name)), { level: 9 }).length,
      ),
    );
    expect(scripts).toHaveLength(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budgetBytes);
  });

  it('is the same bytes when built again', async () => {
    const again = await mkdtemp(join(tmpdir(), 'shop-web-'));
    await buildWeb(again, pictures);
    expect(await fingerprint(again)).toEqual(await fingerprint(directory));
    await rm(again, { recursive: true });
  });
});

async function fingerprint(directory: string): Promise<string[]> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const lines = files.map(async ({ parentPath, name }) => {
    const hash = createHash('sha256').update(await readFile(join(parentPath, name)));
    return `${name} ${hash.digest('hex')}`;
  });
  return (await Promise.all(lines)).sort();
}
