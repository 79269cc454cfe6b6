import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const manifests = ['package.json', 'app-image/package.json'] as const;

/** Packages that docs/dependencies.md gives a reason for; `@types/` come with what they describe. */
const listed = [...text('docs/dependencies.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

test.each(manifests)('docs/dependencies.md says why each package of %s is there', (manifest) => {
  const { dependencies, devDependencies } = JSON.parse(text(manifest)) as Record<
    string,
    Record<string, string>
  >;
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(packages.filter((name) => !listed.includes(name))).toEqual([]);
  expect(packages.length).toBeGreaterThan(20);
});

test.each(manifests)('%s pins every version exactly', (manifest) => {
  const { dependencies, devDependencies } = JSON.parse(text(manifest)) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('nothing runs at install', () => {
  expect(text('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
