import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobs } from '../../app-image/contract/paths';
import { deploymentNames } from '../../lib/deployment';
import { codeIn } from './markdown';

const repository = join(__dirname, '../..');
const text = (file: string) => readFileSync(join(repository, file), 'utf8');
const scriptsOf = (manifest: string) =>
  (JSON.parse(text(manifest)) as { scripts: Record<string, string> }).scripts;

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  readdirSync(join(repository, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);
const code = pages.flatMap((page) => codeIn(text(page)).map((line) => ({ page, line })));

/** What follows a command in the code of the pages: `npm run`, for instance. */
const named = (command: RegExp) =>
  code.flatMap(({ page, line }) => [...line.matchAll(command)].map(([, word = '']) => `${page}: ${word}`));
const wordOf = (entry: string) => entry.split(': ')[1] ?? '';

test('every npm script that a page names exists', () => {
  const own = named(/npm run (?:--silent )?([\w:-]+)(?![\w:-]| --workspace)/g);
  expect(own.filter((entry) => !(wordOf(entry) in scriptsOf('package.json')))).toEqual([]);
  expect(own.length).toBeGreaterThan(10);
  const ofTheImage = named(/npm run ([\w:-]+) --workspace app-image/g);
  expect(ofTheImage.filter((entry) => !(wordOf(entry) in scriptsOf('app-image/package.json')))).toEqual([]);
  expect(ofTheImage.length).toBeGreaterThan(0);
});

test('every command of `shop` that a page names exists', () => {
  const help = text('bin/shop.ts');
  const found = named(/(?:npm run shop --|`?shop) ([a-z]+(?:-[a-z]+)*)\b/g);
  expect(found.filter((entry) => !help.includes(`.command('${wordOf(entry)}')`))).toEqual([]);
});

test('every deployment that a page plans, moves or deploys exists', () => {
  const found = named(/(?:npm run plan -- |\bmove |deployment=)([a-z][a-z-]*)(?!\.)/g);
  // `mine` is the copy that README makes.
  const wrong = found.filter((entry) => ![...deploymentNames(), 'mine'].includes(wordOf(entry)));
  expect(wrong).toEqual([]);
  expect(found.length).toBeGreaterThan(5);
});

test('every file of this repository that a page names in code exists', () => {
  const isOwn = /^(deployments|lib|constructs|stacks|bin|test|app-image|bench|docs|\.ci)\/[\w./-]*$/;
  const missing = code.filter(({ line }) => {
    const path = line.replace(/[.:]$/, '');
    return (
      isOwn.test(path) &&
      !/NAME|mine|dist|\.data|built-from/.test(path) &&
      !existsSync(join(repository, path))
    );
  });
  expect(missing).toEqual([]);
});

test('every job that a page names is one of the image’s', () => {
  const found = named(/shop\.mjs ([a-z]+)/g);
  expect(found.filter((entry) => !jobs.some((job) => job === wordOf(entry)))).toEqual([]);
});

test('the address of `npm start` is that of the shop', () => {
  expect(text('README.md')).toContain('http://127.0.0.1:8080');
  expect(text('app-image/contract/environment.ts')).toContain('port.default(8080)');
});

test('README lists every folder that is tracked', () => {
  const folders = new Set(
    execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' })
      .split('\n')
      .filter((file) => file.includes('/') && !file.startsWith('.'))
      .map((file) => file.split('/')[0]),
  );
  for (const folder of folders) expect(text('README.md')).toContain(`| \`${folder}/\``);
});

test('docs/architecture.md lists every folder of constructs/', () => {
  const folders = readdirSync(join(repository, 'constructs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const folder of folders) expect(text('docs/architecture.md')).toContain(`| \`${folder}/\``);
});
