import type { DeploymentInput } from '../../lib/deployment';
import { startOfWayBack } from './follow-move';

const file = (live: 'fargate' | 'ec2', targets: DeploymentInput['targets']): DeploymentInput => ({
  name: 'shop',
  aws: { region: 'us-east-1' },
  targets,
  live,
});
const start = file('fargate', { fargate: {} });
const both = file('fargate', { fargate: {}, ec2: {} });
const moved = file('ec2', { fargate: {}, ec2: {} });

const step = (deployment: DeploymentInput, undone: DeploymentInput) => ({
  deployment,
  undo: { deployment: undone, commands: [] },
});
const [beside, prove, switched, watch] = [
  step(both, start),
  step(both, both),
  step(moved, both),
  step(moved, both),
];

test.each([
  ['the first step leads before the first step', 0, 0],
  ['a step that leaves the file as it is leads before that step', 1, 1],
  ['the switch leads before the switch', 2, 2],
  ['watching leads before the switch', 3, 2],
])('the way back of %s', (_, index, expected) => {
  expect(startOfWayBack(start, [beside, prove, switched, watch], index)).toBe(expected);
});

test('a way back to a file that no step began with is a fault of the command', () => {
  const astray = step(both, file('ec2', { ec2: {} }));
  expect(() => startOfWayBack(start, [astray], 0)).toThrow('leads to a file that no step began with');
});
