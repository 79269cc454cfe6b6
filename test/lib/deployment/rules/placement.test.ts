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
      'must leave room for one more task during a release: 3 tasks with 256 CPU units and 1024 MiB each beside Chroma with 2048 MiB; 1 × t4g.medium, with about 3686 MiB for tasks each, has room for 1, and a release would never finish',
    instead: "instanceType: 't4g.large', or smaller tasks",
  },
  {
    rule: 'tasks fit the CPU of the instances',
    passes: { targets: { ec2: { instances: 2, cpu: 1024, tasks: { max: 2 } } }, live },
    fails: { targets: { ec2: { cpu: 1024, tasks: { max: 2 } } }, live },
    at: 'targets.ec2.tasks.max',
    because:
      'must leave room for one more task during a release: 3 tasks with 1024 CPU units and 512 MiB each beside Chroma with 2048 MiB; 1 × t4g.medium, with about 3686 MiB for tasks each, has room for 1, and a release would never finish',
    instead: 'smaller tasks',
  },
  {
    rule: 'a task fits one instance whole: what two have left over does not add up',
    passes: { targets: { ec2: { instances: 2, memoryMiB: 1600, tasks: { max: 2 } } }, live },
    fails: { targets: { ec2: { instances: 2, memoryMiB: 1700, tasks: { max: 2 } } }, live },
    at: 'targets.ec2.tasks.max',
    because:
      'must leave room for one more task during a release: 3 tasks with 256 CPU units and 1700 MiB each beside Chroma with 2048 MiB; 2 × t4g.medium, with about 3686 MiB for tasks each, has room for 2, and a release would never finish',
    instead: "max: 1, or instanceType: 't4g.large', or smaller tasks",
  },
  {
    rule: 'Chroma fits one instance whole',
    passes: { targets: { ec2: { instanceType: 't4g.small', instances: 2 } }, live, vectors: 'embedded' },
    fails: { targets: { ec2: { instanceType: 't4g.small', instances: 2 } }, live },
    at: 'targets.ec2.tasks.max',
    because:
      'must leave room for one more task during a release: 3 tasks with 256 CPU units and 512 MiB each beside Chroma with 2048 MiB; 2 × t4g.small, with about 1843 MiB for tasks each, has room for none, and a release would never finish',
    instead: "instanceType: 't4g.medium', or smaller tasks",
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
