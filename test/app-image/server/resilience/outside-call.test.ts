import { setTimeout as sleep } from 'node:timers/promises';
import { OutsideCall } from '../../../../app-image/server/resilience/outside-call';
import { RetryBudget } from '../../../../app-image/server/resilience/retry-budget';
import { UnavailableError } from '../../../../app-image/server/resilience/unavailable';

const away = () => Promise.reject(new Error('ECONNREFUSED'));

describe('a call to another service', () => {
  test('is given up after its time, and told to stop', async () => {
    const calls = new OutsideCall({ dependency: 'vectors', timeoutMs: 20 });
    let stopped = false;
    const slow = calls.run(async (signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      await sleep(1000, undefined, { signal });
    });
    await expect(slow).rejects.toThrow(UnavailableError);
    expect(stopped).toBe(true);
  });

  test('is tried again as often as allowed', async () => {
    const calls = new OutsideCall({ dependency: 'vectors', timeoutMs: 100, retries: 2 });
    let attempts = 0;
    const result = await calls.run(() => (++attempts < 3 ? away() : Promise.resolve('there')));
    expect([result, attempts]).toEqual(['there', 3]);
  });

  test('is not made at all after it failed too often in a row, until some time has passed', async () => {
    const calls = new OutsideCall({
      dependency: 'assistant',
      timeoutMs: 100,
      failuresToOpen: 3,
      openSeconds: 0.05,
    });
    let attempts = 0;
    const fail = () => calls.run(() => (attempts++, away())).catch((error: unknown) => error);
    for (let time = 0; time < 6; time++) expect(await fail()).toBeInstanceOf(UnavailableError);
    expect(attempts).toBe(3);
    expect([calls.open, calls.refusing]).toEqual([true, true]);
    await sleep(60);
    // Still without a success, and the next call is made.
    expect([calls.open, calls.refusing]).toEqual([true, false]);
    expect(await calls.run(() => Promise.resolve('back'))).toBe('back');
    expect([calls.open, calls.refusing]).toEqual([false, false]);
  });

  test('a mistake of the caller’s own is passed on, and opens nothing', async () => {
    const calls = new OutsideCall({
      dependency: 'database',
      timeoutMs: 100,
      failuresToOpen: 1,
      counts: (error) => !String(error).includes('duplicate key'),
    });
    await expect(calls.run(() => Promise.reject(new Error('duplicate key')))).rejects.toThrow(
      'duplicate key',
    );
    expect(calls.open).toBe(false);
  });

  test('a customer who left is no failure of the dependency', async () => {
    const calls = new OutsideCall({ dependency: 'assistant', timeoutMs: 1000, failuresToOpen: 1 });
    const left = new AbortController();
    const call = calls.run((signal) => sleep(1000, undefined, { signal }), left.signal);
    left.abort();
    await expect(call).rejects.toThrow();
    expect(calls.open).toBe(false);
  });

  test('retries add a tenth to the calls at most', () => {
    const budget = new RetryBudget();
    let retries = 0;
    for (let call = 0; call < 1000; call++) {
      budget.earn();
      if (budget.spend()) retries += 1;
    }
    expect(retries).toBeLessThanOrEqual(110);
    expect(retries).toBeGreaterThan(90);
  });
});
