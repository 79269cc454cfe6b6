import { parseDeployment, type DeploymentInput } from '../../../lib/deployment';
import type { Step } from '../../../lib/move/step';
import { ids, production, step, stepsOf } from './planned-moves';

describe('a cache with one node', () => {
  const oneNode = {
    ...production,
    targets: { ec2: {} },
    live: 'ec2',
    cache: { multiAz: false },
  } satisfies DeploymentInput;
  const steps = stepsOf(oneNode, { to: 'fargate' });
  const multiAzOf = ({ deployment }: Step) => {
    const { cache } = parseDeployment(deployment);
    return cache === 'none' ? cache : cache.multiAz;
  };

  test('gets its replica in one deployment and failover in the next', () => {
    const values = steps.map(multiAzOf);
    expect(values.filter((value, index) => value !== values[index - 1])).toEqual([
      false,
      'without-failover',
      true,
    ]);
    for (const id of ['cache-replica', 'cache'])
      expect(step(steps, id).deploys).toEqual(['data', 'operations']);
  });

  test('goes back the same way', () => {
    expect(step(steps, 'cache').undo.deployment.cache).toMatchObject({ multiAz: 'without-failover' });
    expect(step(steps, 'cache-replica').undo.deployment.cache).toMatchObject({ multiAz: false });
  });

  test('gets only failover where the replica exists', () => {
    const left = ids(stepsOf(step(steps, 'cache-replica').deployment, { to: 'fargate' }));
    expect(left).not.toContain('cache-replica');
    expect(left).toContain('cache');
  });

  test('has checks that accept what AWS prints', () => {
    const accepts = (id: string, printed: string) =>
      step(steps, id).checks.every(({ matches }) => new RegExp(matches ?? '^(?!)').test(printed));
    expect(accepts('cache-replica', 'available\t2')).toBe(true);
    expect(accepts('cache-replica', 'available\t1')).toBe(false);
    expect(accepts('cache', 'available\tenabled')).toBe(true);
    expect(accepts('cache', 'modifying\tenabled')).toBe(false);
  });
});
