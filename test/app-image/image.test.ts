import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { container } from '../../app-image/contract/paths';
import { buildImage, distDirectory } from '../../app-image/build';

const dockerfile = readFileSync(join(__dirname, '../../app-image/Dockerfile'), 'utf8');
const ignore = readFileSync(join(__dirname, '../../app-image/.dockerignore'), 'utf8');

function files(): Map<string, { bytes: number; hash: string }> {
  const names = readdirSync(distDirectory, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => statSync(join(distDirectory, name)).isFile()).sort();
  return new Map(
    paths.map((path) => {
      const content = readFileSync(join(distDirectory, path));
      return [path, { bytes: content.length, hash: createHash('sha256').update(content).digest('hex') }];
    }),
  );
}

describe('C43: the image', () => {
  test('two builds of the same sources are the same bytes', async () => {
    await buildImage();
    const first = files();
    await buildImage();
    expect(files()).toEqual(first);
  }, 120_000);

  test('adds at most 120 MB to its base', () => {
    const bytes = [...files().values()].reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(120e6);
  });

  test('holds nothing native, so one bundle serves both architectures', () => {
    expect([...files().keys()].filter((path) => /\.(node|so|dylib|dll)$/.test(path))).toEqual([]);
  });

  test('runs as the user of the contract, without a shell, and writes where the contract says', () => {
    expect(dockerfile).toMatch(/^FROM gcr\.io\/distroless\/nodejs24-debian13:nonroot$/m);
    expect(dockerfile).toContain(`USER ${container.user}`);
    expect(dockerfile).toContain(`EXPOSE ${container.port}`);
    for (const path of container.writablePaths)
      expect(dockerfile).toMatch(new RegExp(`^VOLUME ${path}$`, 'm'));
    expect(dockerfile).not.toMatch(/^(RUN|SHELL) /m);
    expect(dockerfile).toMatch(/^ENTRYPOINT \[/m);
  });

  test('its context is the Dockerfile and the archive the build packed', () => {
    const lines = ignore.split('\n').filter((line) => line && !line.startsWith('#'));
    expect(lines).toEqual(['*', '!Dockerfile', '!dist/image.tar']);
  });

  test('no secret is baked into it', () => {
    expect(dockerfile).not.toMatch(/SECRET|PASSWORD|TOKEN|KEY/);
  });
});
