import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const repository = join(__dirname, '..');

/** Which rooms a room may look into: bin → stacks → constructs → lib → app-image/contract. */
const mayImport: Record<string, readonly string[]> = {
  'app-image/contract': [],
  'app-image/api': ['app-image/contract'],
  'app-image/migrations': [],
  'app-image/seed': ['app-image/contract', 'app-image/api', 'app-image/server'],
  'app-image/server': [
    'app-image/contract',
    'app-image/api',
    'app-image/jobs',
    'app-image/seed',
    'app-image/migrations',
  ],
  'app-image/jobs': [
    'app-image/contract',
    'app-image/api',
    'app-image/server',
    'app-image/seed',
    'app-image/migrations',
  ],
  'app-image/web': ['app-image/contract', 'app-image/api'],
  'app-image': ['app-image/contract', 'app-image/server', 'app-image/web', 'app-image/seed'],
  lib: ['app-image/contract'],
  constructs: ['lib', 'app-image/contract'],
  stacks: ['constructs', 'lib', 'app-image/contract'],
  deployments: ['lib'],
  bin: ['stacks', 'constructs', 'lib', 'app-image/contract', 'app-image'],
};

/** Longest first, so that app-image/server is found before app-image. */
const rooms = Object.keys(mayImport).sort((one, other) => other.length - one.length);
const roomOf = (file: string) => rooms.find((room) => relative(repository, file).startsWith(`${room}/`));

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'cdk.out'].includes(entry.name) ? [] : sourcesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']*)'/g)].map(
    ([, path]) => path ?? '',
  );

const sources = Object.keys(mayImport)
  .filter((room) => !room.includes('/') && statSync(join(repository, room), { throwIfNoEntry: false }))
  .flatMap((room) => sourcesIn(join(repository, room)));

test('every source file lies in a room with known neighbours', () => {
  expect(sources.filter((file) => !roomOf(file))).toEqual([]);
  expect(sources.length).toBeGreaterThan(40);
});

test('imports point one way', () => {
  const wrong = sources.flatMap((file) => {
    const from = roomOf(file) ?? '';
    return imports(file)
      .map((path) => resolve(dirname(file), path))
      .filter((target) => {
        const to = roomOf(target);
        return to !== undefined && to !== from && !target.endsWith('.json') && !mayImport[from]?.includes(to);
      })
      .map((target) => `${relative(repository, file)} → ${relative(repository, target)}`);
  });
  expect(wrong).toEqual([]);
});

test('plain TypeScript in lib knows no constructs', () => {
  const knowing = sourcesIn(join(repository, 'lib')).filter((file) =>
    /from '(aws-cdk-lib|constructs|cdk-nag)/.test(readFileSync(file, 'utf8')),
  );
  expect(knowing.map((file) => relative(repository, file))).toEqual([]);
});

test('the application knows nothing of CDK', () => {
  const knowing = sourcesIn(join(repository, 'app-image')).filter((file) =>
    /from '(aws-cdk-lib|constructs|cdk-nag)/.test(readFileSync(file, 'utf8')),
  );
  expect(knowing.map((file) => relative(repository, file))).toEqual([]);
});
