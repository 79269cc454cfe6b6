import { allFields } from '../../lib/deployment/report/fields';
import { fields } from '../../lib/deployment/schema';
import { changes } from './changes';

const schema = allFields(fields);
const tried = new Set(Object.values(changes).flatMap((part) => part.map(({ leaf }) => leaf)));

test('every field of the schema is changed alone by a test', () => {
  const leaves = schema.filter(({ group }) => !group).map(({ path }) => path);
  expect(leaves.length).toBeGreaterThan(80);
  expect(leaves.filter((leaf) => !tried.has(leaf))).toEqual([]);
});

test('every field that a test changes is in the schema', () => {
  const paths = new Set(schema.map(({ path }) => path));
  expect([...tried].filter((leaf) => !paths.has(leaf))).toEqual([]);
});
