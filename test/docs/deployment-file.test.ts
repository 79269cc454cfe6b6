import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseDeployment } from '../../lib/deployment';
import { exampleTexts } from '../../lib/deployment/reference/example-text';
import { examples, smallest } from '../../lib/deployment/reference/examples';
import { allFields } from '../../lib/deployment/report/fields';
import { fields } from '../../lib/deployment/schema';
import { linksIn, headingsIn } from './markdown';

const page = readFileSync(join(__dirname, '../../docs/deployment-file.md'), 'utf8');

/** The part of the page that describes the fields. */
const tables = page.slice(page.indexOf('\n## name\n'));

/** Text of a section, from its heading to the next one of any level. */
const sectionOf = (heading: string) =>
  new RegExp(`^#{2,3} ${heading.replaceAll('.', '\\.')}\\n([^]*?)(?=^#{2,3} )`, 'm').exec(
    `${page}\n## `,
  )?.[1] ?? '';

test.each(Object.entries(examples))('the example for %s is a valid deployment file', (_, example) => {
  expect(() => parseDeployment({ ...smallest, ...example })).not.toThrow();
});

test('the smallest file has the four required fields and is valid', () => {
  const required = allFields(fields).filter((field) => !field.path.includes('.') && field.required);
  expect(Object.keys(smallest)).toEqual(required.map(({ path }) => path));
  expect(() => parseDeployment(smallest)).not.toThrow();
});

test('the page shows the examples that were checked', () => {
  const texts = exampleTexts();
  for (const [name, example] of Object.entries(examples)) {
    const text = texts.get(name) ?? '';
    expect(runInNewContext(`({${text}})`)).toEqual(example);
    expect(sectionOf(name)).toContain(`\`\`\`ts\n${text}\n\`\`\``);
  }
});

test('every field is in a table, with what it takes, its default and what it does', () => {
  const topLevel = (path: string) => !path.includes('.') || path in examples;
  for (const { path } of allFields(fields).filter((field) => !topLevel(field.path))) {
    const row = tables.split('\n').find((line) => line.startsWith(`| \`${path}\` |`)) ?? '';
    const cells = row.split(/(?<!\\)\|/).slice(1, -1);
    expect([path, cells.length]).toEqual([path, 4]);
    expect([path, cells[1]?.trim(), cells[3]?.trim()]).not.toContain('');
  }
});

test('the index leads to every section', () => {
  const anchors = linksIn(page).filter((link) => link.startsWith('#'));
  const sections = headingsIn(page).filter(({ level }) => level === 2);
  const missing = sections.filter(
    ({ title, anchor }) => title !== 'Index' && !anchors.includes(`#${anchor}`),
  );
  expect(missing).toEqual([]);
  expect(sections.length).toBeGreaterThan(15);
});
