import { holds } from './move-checks';

test.each([
  ['RUNNING', 'RUNNING', true],
  ['RUNNING', 'OPERATION_IN_PROGRESS', false],
  ['CREATE_COMPLETE, or UPDATE_COMPLETE', 'UPDATE_COMPLETE', true],
  ['CREATE_COMPLETE, or UPDATE_COMPLETE', 'ROLLBACK_COMPLETE', false],
  ['0, and Essential container in task exited', '0\tEssential container in task exited', true],
  ['0, and Essential container in task exited', '1\tEssential container in task exited', false],
  ['nothing, or only zeros', '', true],
  ['available  True', 'None', false],
  ['available  True', 'available\tTrue', true],
  ['a time less than ten minutes ago', '', false],
  ['no differences in any stack', 'Number of stacks with differences: 2', false],
])('a check that expects "%s" and finds "%s" holds: %s', (expect_, output, expected) => {
  expect(holds(expect_, output)).toBe(expected);
});
