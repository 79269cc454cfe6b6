import { Measurements } from '../../../lib/load-test/measurements';

const counted = () => new Measurements(1000);

test('a customer who waits for an answer cannot send the next requests: what they would have waited is added', () => {
  const measurements = counted();
  measurements.record('list', { kind: 'answered', ms: 3500 });
  expect(measurements.steps).toEqual([
    { step: 'list', requests: 1, errors: 0, refused: 0, latencies: [3500, 2500, 1500] },
  ]);
});

test('an answer within the second adds nothing', () => {
  const measurements = counted();
  measurements.record('list', { kind: 'answered', ms: 1999 });
  expect(measurements.steps[0]?.latencies).toEqual([1999]);
});

test('the customer of a streamed answer is not late', () => {
  const measurements = counted();
  measurements.record('chat', { kind: 'answered', ms: 3500 });
  expect(measurements.steps[0]?.latencies).toEqual([3500]);
});

test('an error and a refusal have no latency: a quick failure must not make the shop look quick', () => {
  const measurements = counted();
  measurements.record('list', { kind: 'error', cause: 'answer 500' });
  measurements.record('list', { kind: 'refused', by: 'firewall' });
  expect(measurements.steps).toEqual([{ step: 'list', requests: 2, errors: 1, refused: 1, latencies: [] }]);
});

test('a request without an answer is an error, and its customer has waited', () => {
  const measurements = counted();
  measurements.record('list', { kind: 'error', cause: 'no answer', ms: 900 });
  expect(measurements.steps).toEqual([
    { step: 'list', requests: 1, errors: 1, refused: 0, latencies: [900] },
  ]);
});

test('steps come in the order of the scenario, causes with the most frequent first', () => {
  const measurements = counted();
  measurements.record('search', { kind: 'error', cause: 'answer 503' });
  measurements.record('page', { kind: 'error', cause: 'answer 500' });
  measurements.record('page', { kind: 'error', cause: 'answer 500' });
  measurements.record('page', { kind: 'refused', by: 'application' });
  expect(measurements.steps.map(({ step }) => step)).toEqual(['page', 'search']);
  expect(measurements.causes).toEqual([
    ['page: answer 500', 2],
    ['search: answer 503', 1],
  ]);
  expect([...measurements.refusals]).toEqual(['application']);
});
