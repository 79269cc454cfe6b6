import type { StepMeasurement } from '../../../lib/load-test/measurements';
import type { StepName } from '../../../lib/load-test/steps';
import { judge, percentile, verdictOf, type Row } from '../../../lib/load-test/verdict';

const thresholds = { latencyP95Ms: 200, errorPercent: 1 };

/** A step in which every request was answered in `ms`, unless stated otherwise. */
function measured(step: StepName, requests: number, part: Partial<StepMeasurement> & { ms?: number } = {}) {
  const { errors = 0, refused = 0, ms = 10 } = part;
  const latencies = part.latencies ?? Array<number>(requests - errors - refused).fill(ms);
  return { step, requests, errors, refused, latencies };
}

const rowOf = (rows: readonly Row[], step: Row['step']) => rows.find((each) => each.step === step);
const verdictOn = (part: StepMeasurement, limits = thresholds) =>
  rowOf(judge([part], limits), part.step)?.verdict;
const repeated = (count: number, ms: number) => Array<number>(count).fill(ms);

describe('the percentile', () => {
  test.each([
    ['of 1 to 100 is the 95th value', Array.from({ length: 100 }, (_, index) => index + 1), 95],
    ['of 20 values is the 19th', [...repeated(19, 5), 900], 5],
    ['of 20 values with two slow ones is a slow one', [...repeated(18, 5), 900, 900], 900],
    ['of one value is that value', [7], 7],
    ['sorts by value and not as text', [...repeated(10, 9), ...repeated(10, 100)], 100],
  ])('%s', (_, values, p95) => expect(percentile(values, 0.95)).toBe(p95));

  test('of nothing is null', () => expect(percentile([], 0.95)).toBeNull());
});

describe('the latency of a step (C36)', () => {
  test('holds when the p95 is below the threshold', () => {
    const latencies = [...repeated(95, 199.9), ...repeated(5, 5000)];
    expect(verdictOn(measured('list', 100, { latencies }))).toBe('within');
  });

  test('is broken when the p95 is the threshold itself: C36 says under 200 ms', () => {
    expect(verdictOn(measured('list', 100, { ms: 200 }))).toBe('latency');
  });

  test('is broken when 6 of 100 are slow', () => {
    const latencies = [...repeated(94, 10), ...repeated(6, 201)];
    expect(verdictOn(measured('list', 100, { latencies }))).toBe('latency');
  });

  test('follows the threshold of the deployment file', () => {
    expect(verdictOn(measured('list', 100, { ms: 299 }), { ...thresholds, latencyP95Ms: 300 })).toBe(
      'within',
    );
    expect(verdictOn(measured('list', 100, { ms: 99 }), { ...thresholds, latencyP95Ms: 90 })).toBe('latency');
  });

  test('is not judged with fewer than 20 answers', () => {
    expect(verdictOn(measured('order', 19, { ms: 900 }))).toBe('too few');
    expect(verdictOn(measured('order', 20, { ms: 900 }))).toBe('latency');
  });

  test.each(['sign-up', 'chat'] as const)('of %s is reported and not judged', (step) => {
    const row = rowOf(judge([measured(step, 50, { ms: 3000 })], thresholds), step);
    expect(row).toMatchObject({ p95Ms: 3000, thresholdMs: null, verdict: 'within' });
  });
});

describe('the errors of a step', () => {
  test('hold up to the threshold', () => {
    expect(verdictOn(measured('list', 1000, { errors: 10 }))).toBe('within');
    expect(verdictOn(measured('list', 1000, { errors: 11 }))).toBe('errors');
  });

  test('are a share of the requests that were not refused', () => {
    expect(verdictOn(measured('list', 1000, { errors: 10, refused: 1 }))).toBe('errors');
  });

  test('may be one in a step of few requests', () => {
    expect(verdictOn(measured('order', 30, { errors: 1 }))).toBe('within');
    expect(verdictOn(measured('order', 30, { errors: 2 }))).toBe('errors');
  });

  test('break it when its only request failed', () => {
    expect(verdictOn(measured('order', 1, { errors: 1 }))).toBe('errors');
  });

  test('may be none when the threshold is 0', () => {
    expect(verdictOn(measured('list', 1000, { errors: 1 }), { ...thresholds, errorPercent: 0 })).toBe(
      'errors',
    );
    expect(verdictOn(measured('list', 1000), { ...thresholds, errorPercent: 0 })).toBe('within');
  });

  test('count for the chat as well', () => {
    expect(verdictOn(measured('chat', 50, { errors: 2 }))).toBe('errors');
  });
});

describe('refusals with 429', () => {
  test('are no errors', () => {
    expect(rowOf(judge([measured('list', 100, { refused: 5 })], thresholds), 'list')).toMatchObject({
      requests: 100,
      errors: 0,
      refused: 5,
      verdict: 'within',
    });
  });

  test('keep a step from being measured when they are more than 10 %', () => {
    expect(verdictOn(measured('list', 100, { refused: 10 }))).toBe('within');
    expect(verdictOn(measured('list', 100, { refused: 11 }))).toBe('refused');
    expect(verdictOn(measured('list', 100, { refused: 100 }))).toBe('refused');
  });
});

describe('the API as a whole', () => {
  const rows = judge(
    [
      measured('page', 100, { ms: 20 }),
      measured('list', 60, { ms: 30 }),
      measured('search', 40, { ms: 50 }),
      measured('chat', 30, { ms: 9000 }),
      measured('sign-up', 30, { ms: 700 }),
    ],
    thresholds,
  );

  test('has the requests of the API without pages, sign-up and chat', () => {
    expect(rowOf(rows, 'API')).toMatchObject({ requests: 100, p50Ms: 30, p95Ms: 50, verdict: 'within' });
  });

  test('is followed by everything, whose latency is not judged', () => {
    expect(rows.at(-1)).toMatchObject({ step: 'all', requests: 260, p95Ms: 9000, thresholdMs: null });
  });

  test('is broken by errors that no step alone has too many of', () => {
    const few = (['list', 'product', 'search', 'cart'] as const).map((step) =>
      measured(step, 25, { errors: 1 }),
    );
    const judged = judge(few, thresholds);
    expect(judged.map(({ verdict }) => verdict)).toEqual([
      'within',
      'within',
      'within',
      'within',
      'errors',
      'errors',
    ]);
  });
});

describe('the verdict on a run', () => {
  const within = measured('list', 100);

  test('is within when every row is, or has too few requests', () => {
    expect(verdictOf(judge([within, measured('order', 3)], thresholds))).toBe('within');
  });

  test('is broken by one step', () => {
    expect(verdictOf(judge([within, measured('search', 20, { ms: 250 })], thresholds))).toBe('broken');
  });

  test('is refused when one step was', () => {
    expect(verdictOf(judge([within, measured('order', 4, { refused: 3 })], thresholds))).toBe('refused');
  });

  test('is broken rather than refused when both hold', () => {
    const parts = [measured('list', 100, { ms: 300 }), measured('order', 4, { refused: 4 })];
    expect(verdictOf(judge(parts, thresholds))).toBe('broken');
  });

  test('is broken when the shop took no connections any more, whatever was counted before', () => {
    expect(verdictOf(judge([within], thresholds), false)).toBe('broken');
  });
});
