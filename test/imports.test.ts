import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const repository = join(__dirname, '..');

/** Which folders a folder may import from: bin → stacks → constructs → lib → app-image/contract. */
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
const folders = Object.keys(mayImport).sort((one, other) => other.length - one.length);
const folderOf = (file: string) =>
  folders.find((folder) => relative(repository, file).startsWith(`${folder}/`));

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

/** The file that an import without an ending stands for; undefined when it is none of ours. */
function fileOf(path: string): string | undefined {
  const plain = path.replace(/\.jsx?$/, '');
  return [path, `${plain}.ts`, `${plain}.tsx`, join(plain, 'index.ts')].find((file) => known.has(file));
}

/** Each file's imports among our own files; an import of types alone counts as well. */
const importsAmong = (files: readonly string[]) =>
  new Map(
    files.map((file) => [file, imports(file).flatMap((path) => fileOf(resolve(dirname(file), path)) ?? [])]),
  );

/** Every import that closes a circle, as the chain of files that it closes. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, chain: readonly string[]): void => {
    const start = chain.indexOf(file);
    if (start >= 0)
      found.push([...chain.slice(start), file].map((each) => relative(repository, each)).join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...chain, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

const sources = Object.keys(mayImport)
  .filter((folder) => !folder.includes('/') && statSync(join(repository, folder), { throwIfNoEntry: false }))
  .flatMap((folder) => sourcesIn(join(repository, folder)));

const withoutRules = ['bench', 'test'].flatMap((folder) => sourcesIn(join(repository, folder)));
const known = new Set([...sources, ...withoutRules]);
const importGraph = importsAmong([...known]);

test('every source file lies in a folder whose imports are ruled', () => {
  expect(sources.filter((file) => !folderOf(file))).toEqual([]);
  expect(sources.length).toBeGreaterThan(40);
});

test('no folder of constructs holds more than a quarter of their lines', () => {
  const linesOf = (folder: string) =>
    sourcesIn(folder).reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length, 0);
  const constructs = join(repository, 'constructs');
  const quarter = linesOf(constructs) / 4;
  const large = readdirSync(constructs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && linesOf(join(constructs, entry.name)) > quarter)
    .map(({ name }) => name);
  expect(large).toEqual([]);
});

test('imports point one way', () => {
  const wrong = sources.flatMap((file) => {
    const from = folderOf(file) ?? '';
    return imports(file)
      .map((path) => resolve(dirname(file), path))
      .filter((target) => {
        const to = folderOf(target);
        return to !== undefined && to !== from && !target.endsWith('.json') && !mayImport[from]?.includes(to);
      })
      .map((target) => `${relative(repository, file)} → ${relative(repository, target)}`);
  });
  expect(wrong).toEqual([]);
});

test('no construct takes the whole deployment file: each names the settings it reads', () => {
  const whole = sourcesIn(join(repository, 'constructs')).filter((file) =>
    imports(file).some((path) => /lib\/deployment(\/(index|schema|schema\/index))?$/.test(path)),
  );
  expect(whole.map((file) => relative(repository, file))).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(circles(importGraph)).toEqual([]);
});

test('plain TypeScript in lib imports no constructs', () => {
  const importing = sourcesIn(join(repository, 'lib')).filter((file) =>
    /from '(aws-cdk-lib|constructs|cdk-nag)/.test(readFileSync(file, 'utf8')),
  );
  expect(importing.map((file) => relative(repository, file))).toEqual([]);
});

test('the application imports nothing of CDK', () => {
  const importing = sourcesIn(join(repository, 'app-image')).filter((file) =>
    /from '(aws-cdk-lib|constructs|cdk-nag)/.test(readFileSync(file, 'utf8')),
  );
  expect(importing.map((file) => relative(repository, file))).toEqual([]);
});

test('a circle of two files is found, whichever comes first', () => {
  const [one = '', other = ''] = ['one.ts', 'other.ts'].map((file) => join(repository, file));
  expect(
    circles(
      new Map([
        ['a', ['b']],
        [one, [other]],
        [other, [one]],
      ]),
    ),
  ).toEqual(['one.ts → other.ts → one.ts']);
});
