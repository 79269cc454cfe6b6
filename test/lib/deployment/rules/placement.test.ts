import { parseDeployment, warningsFor } from '../../../../lib/deployment';
import { smallest, problemsOf, testRules } from '../rule-cases';

const live = 'ec2';

testRules('placement', [
  {
    rule: 'the most tasks, one more for a release, and Chroma fit the memory of the instances',
    passes: { targets: { ec2: { tasks: { max: 2 } } }, live },
    fails: { targets: { ec2: { tasks: { max: 2 }, memoryMiB: 1024 } }, live },
    at: 'targets.ec2.tasks.max',
    because:
      /2 tasks and one more during a release take .* 1024 MiB each beside Chroma with 2048 MiB; .* room for 1/,
    instead: /instanceType: 't4g\.large', or smaller tasks/,
  },
  {
    rule: 'tasks fit the CPU of the instances',
    passes: { targets: { ec2: { instances: 2, cpu: 1024, tasks: { max: 2 } } }, live },
    fails: { targets: { ec2: { cpu: 1024, tasks: { max: 2 } } }, live },
    at: 'targets.ec2.tasks.max',
    because: /1024 CPU units .* room for 1/,
    instead: /smaller tasks/,
  },
  {
    rule: 'a task fits one instance whole: what two have left over does not add up',
    passes: { targets: { ec2: { instances: 2, memoryMiB: 1600, tasks: { max: 2 } } }, live },
    fails: { targets: { ec2: { instances: 2, memoryMiB: 1700, tasks: { max: 2 } } }, live },
    at: 'targets.ec2.tasks.max',
    because: /room for 2/,
    instead: /max: 1/,
  },
  {
    rule: 'Chroma fits one instance whole',
    passes: { targets: { ec2: { instanceType: 't4g.small', instances: 2 } }, live, vectors: 'embedded' },
    fails: { targets: { ec2: { instanceType: 't4g.small', instances: 2 } }, live },
    at: 'targets.ec2.tasks.max',
    because: /2 × t4g\.small .* room for none/,
    instead: /t4g\.medium/,
  },
]);

test('the way out that the report offers is accepted', () => {
  const targets = { ec2: { instances: 2, memoryMiB: 1700, tasks: { max: 1 } } };
  expect(problemsOf({ ...smallest, targets, live })).toEqual([]);
});

test('one Spot instance is allowed, and what that means is said', () => {
  const warned = (instances: number) =>
    warningsFor(
      parseDeployment({ ...smallest, targets: { ec2: { instances, spotMaxPriceShare: 0.6 } }, live }),
    ).some(({ path }) => path === 'targets.ec2.spotMaxPriceShare');
  expect(warned(1)).toBe(true);
  expect(warned(2)).toBe(false);
});
