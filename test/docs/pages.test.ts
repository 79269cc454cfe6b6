import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { headingsIn, linksIn } from './markdown';

const repository = join(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: repository,
  encoding: 'utf8',
});
const pages = tracked.trim().split('\n').sort();
const text = (file: string) => readFileSync(join(repository, file), 'utf8');

/** Links of a page to this repository, as a file and an anchor. */
const ownLinks = (page: string) =>
  linksIn(text(page))
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', anchor] = link.split('#');
      return { link, file: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });

test.each(pages)('the links of %s lead to something', (page) => {
  const broken = ownLinks(page).filter(({ file, anchor }) => {
    if (!existsSync(join(repository, file))) return true;
    return anchor !== undefined && !headingsIn(text(file)).some((heading) => heading.anchor === anchor);
  });
  expect(broken.map(({ link }) => link)).toEqual([]);
});

test('docs/README.md leads to every page of docs/', () => {
  const listed = ownLinks('docs/README.md').map(({ file }) => file);
  const missing = pages.filter(
    (page) => page.startsWith('docs/') && page !== 'docs/README.md' && !listed.includes(page),
  );
  expect(missing).toEqual([]);
});

test('no page names a path of a developer’s machine', () => {
  const found = pages.filter((page) => /(^|[\s`'"(])\/(home|root|work|Users)\//m.test(text(page)));
  expect(found).toEqual([]);
});
