import { Sample } from '../../../../app-image/server/observability/sample';

/** Repeatable, and even enough for these tests (the minimal standard generator of Park and Miller). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const sampleOf = (observations: number, random = generator(7)) => {
  const sample = new Sample(random);
  for (let value = 0; value < observations; value++) sample.observe(value);
  return sample.values;
};

test('up to a hundred observations are all kept', () => {
  expect(sampleOf(100)).toEqual(Array.from({ length: 100 }, (_, value) => value));
});

test('of more, exactly a hundred are kept, each of them once', () => {
  const kept = sampleOf(6000);
  expect(kept).toHaveLength(100);
  expect(new Set(kept).size).toBe(100);
});

test('each observation is kept with the same probability, the first as the last', () => {
  const random = generator(11);
  const tenths = Array<number>(10).fill(0);
  for (let minute = 0; minute < 500; minute++)
    for (const value of sampleOf(1000, random))
      tenths[Math.floor(value / 100)] = (tenths[Math.floor(value / 100)] ?? 0) + 1;
  // 5000 are expected in each; the standard deviation is 67.
  expect(Math.min(...tenths)).toBeGreaterThan(4700);
  expect(Math.max(...tenths)).toBeLessThan(5300);
});

test('the 95th percentile of many minutes is that of all observations', () => {
  const random = generator(13);
  const estimates = Array.from({ length: 200 }, () => {
    const sorted = [...sampleOf(1000, random)].sort((a, b) => a - b);
    return sorted[94] ?? NaN;
  });
  const average = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  expect(average).toBeGreaterThan(925);
  expect(average).toBeLessThan(955);
});
