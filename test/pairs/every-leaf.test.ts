import { allFields } from '../../lib/deployment/report/fields';
import { fields } from '../../lib/deployment/schema';
import { outcomes } from './outcomes';

const schema = allFields(fields);

test('the table says of every field of the schema what its change on a live deployment is', () => {
  const leaves = schema.filter(({ group }) => !group).map(({ path }) => path);
  expect(leaves.length).toBeGreaterThan(80);
  expect(leaves.filter((leaf) => !(leaf in outcomes))).toEqual([]);
});

test('the table has no field that the schema does not have', () => {
  const paths = new Set(schema.map(({ path }) => path));
  expect(Object.keys(outcomes).filter((leaf) => !paths.has(leaf))).toEqual([]);
});
