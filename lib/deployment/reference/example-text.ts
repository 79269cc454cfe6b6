import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const file = join(__dirname, 'examples.ts');

/** The text of each example with its comments, as it is written in a deployment file; `smallest` is one of them. */
export function exampleTexts(): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  return new Map([
    ['smallest', fieldsOf(objectOf(source, 'smallest'), source)] as const,
    ...objectOf(source, 'examples')
      .properties.filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [nameOf(name), fieldsOf(initializer, source)] as const),
  ]);
}

/** @throws when the file defines no object with this name */
function objectOf(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression {
  const value = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
  const object = value && ts.isSatisfiesExpression(value) ? value.expression : value;
  if (!object || !ts.isObjectLiteralExpression(object)) throw new Error(`${file} defines no object ${name}`);
  return object;
}

const nameOf = (name: ts.PropertyName) => (ts.isStringLiteral(name) ? name.text : name.getText());

/** What stands between the braces, moved to the left edge. */
function fieldsOf(object: ts.Node, source: ts.SourceFile): string {
  const inside = source.text.slice(object.getStart(source) + 1, object.end - 1);
  if (!inside.includes('\n')) return `${inside.trim()},`;
  const lines = inside.replace(/^\n|\s+$/g, '').split('\n');
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(indent)).join('\n');
}
