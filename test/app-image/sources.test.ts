import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../app-image');
const sources = ['api', 'contract', 'server', 'web', 'jobs', 'seed'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

/** What a file's text holds, outside of strings; comments included only for the words that mark unfinished work. */
function findings(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  if (/\b(TODO|FIXME|XXX|HACK)\b/.test(text)) found.push('unfinished work');
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) found.push('a switched-off type check');
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push('any');
    if (node.kind === ts.SyntaxKind.DebuggerStatement) found.push('debugger');
    if (ts.isNonNullExpression(node)) found.push('a non-null assertion');
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console') found.push('console');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('C1, C2, C4: the unbundled sources', () => {
  test.each(sources)('%s has no console, debug code, unfinished work or any', (file) => {
    expect(findings(file)).toEqual([]);
  });

  test('C14: what customers send reaches SQL as parameters only', () => {
    const server = sources.filter((file) => file.startsWith('server/'));
    const raw = server.filter((file) =>
      /sql\.raw\(|\.query\(`[^`]*\$\{/.test(readFileSync(join(root, file), 'utf8')),
    );
    // The list's order names a type from a fixed table of its own.
    expect(raw).toEqual(['server/catalogue/product-list.ts']);
  });

  test('C5: no source switches a lint rule off, and a warning fails the linter', () => {
    const silenced = sources.filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('eslint-disable'),
    );
    expect(silenced).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(root, '../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts.lint).toContain('eslint . --max-warnings 0');
  });

  test('C9: no source takes AWS keys: the SDK finds the role of the task', () => {
    const keys = /accessKeyId|secretAccessKey|AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN/;
    expect(sources.filter((file) => keys.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
