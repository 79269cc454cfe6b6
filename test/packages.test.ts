import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';

interface Package {
  readonly engines?: { readonly node?: string };
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));
const { engines } = read('package.json') as { engines: { node: string } };
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
const oldest = minVersion(engines.node)?.version ?? '';

test('every package runs on the oldest Node.js that package.json allows', () => {
  const tooNew = Object.entries(packages)
    .filter(([, { engines }]) => engines?.node && !satisfies(oldest, engines.node))
    .map(([path, { engines }]) => `${path} wants Node.js ${engines?.node}`);
  expect(oldest).toBe('20.19.0');
  expect(tooNew).toEqual([]);
});
