import { computeInstances, placeableMemoryMiB } from '../../../lib/sizes/compute-instances';
import {
  databaseInstances,
  maxConnections,
  reservedConnections,
} from '../../../lib/sizes/database-instances';
import { memorySizes } from '../../../lib/sizes/task-sizes';

test('every database instance takes the pool of at least one task', () => {
  for (const instance of databaseInstances)
    expect(maxConnections(instance)).toBeGreaterThan(reservedConnections + 30);
});

test('connections grow with memory and end at the limit RDS sets', () => {
  expect(maxConnections('t4g.medium')).toBeGreaterThan(maxConnections('t4g.small'));
  expect(maxConnections('r7g.xlarge')).toBeLessThanOrEqual(5000);
});

test('every instance type leaves room for Chroma except the smallest', () => {
  const chromaMiB = 2048;
  expect(computeInstances.filter((type) => placeableMemoryMiB(type) < chromaMiB)).toEqual(['t4g.small']);
});

test.each([
  [256, 512, 2048, 3],
  [1024, 2048, 8192, 7],
  [4096, 8192, 30_720, 23],
  [8192, 16_384, 61_440, 12],
  [16_384, 32_768, 122_880, 12],
])('Fargate has %i CPU units with %i to %i MiB in %i sizes', (cpu, least, most, count) => {
  const sizes = memorySizes('fargate', cpu);
  expect([sizes[0], sizes.at(-1), sizes.length]).toEqual([least, most, count]);
});

test('a CPU size that is not on offer has no memory size', () => {
  expect(memorySizes('apprunner', 8192)).toEqual([]);
});
