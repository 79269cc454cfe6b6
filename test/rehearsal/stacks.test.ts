import { partOf } from './stacks';

test.each([
  ['production-data', 'data'],
  ['production-service-fargate', 'service-fargate'],
  ['production-edge-eu-west-1', 'edge-eu-west-1'],
  ['production-two-data', undefined],
  ['CDKToolkit', undefined],
])('the stack %s is the part %s of production', (stack, part) => {
  expect(partOf(stack, 'production')).toBe(part);
});
