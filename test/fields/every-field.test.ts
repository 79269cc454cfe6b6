import { allFields } from '../../lib/deployment/report/fields';
import { fields } from '../../lib/deployment/schema';
import { changes } from './changes';

const leaves = allFields(fields)
  .filter(({ group }) => !group)
  .map(({ path }) => path);
const tried = new Set(Object.values(changes).flatMap((part) => part.map(({ leaf }) => leaf)));

test('every field of the schema is changed alone by a test', () => {
  expect(leaves.length).toBeGreaterThan(90);
  expect(leaves.filter((leaf) => !tried.has(leaf))).toEqual([]);
});
