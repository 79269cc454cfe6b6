import { drainOnSignal, type SignalSource } from '../../../app-image/server/drain';
import { container } from '../../../app-image/contract/paths';
import { createLog } from '../../../app-image/server/observability/log';
import { silent } from '../../setup/shop';

/** A process whose signals the test sends. */
function fakeProcess() {
  const listeners = new Map<string, (signal: NodeJS.Signals) => void>();
  const codes: number[] = [];
  const source: SignalSource = {
    on: (signal, listener) => listeners.set(signal, listener),
    exit: (code) => void codes.push(code),
  };
  return { source, codes, send: (signal: NodeJS.Signals) => listeners.get(signal)?.(signal) };
}

describe('draining after SIGTERM', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const never = () => new Promise<void>(() => undefined);

  test('a request that never ends is given 24 s, then the process exits with code 1', async () => {
    const process = fakeProcess();
    let lines = '';
    const log = await createLog(
      { LOG_LEVEL: 'info', LOG_FILE: undefined },
      { write: (line) => void (lines += line) },
    );
    drainOnSignal({ log, close: never, process: process.source });
    process.send('SIGTERM');
    await jest.advanceTimersByTimeAsync(23_999);
    expect(process.codes).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(process.codes).toEqual([1]);
    expect(lines).toContain('requests were still open after 24 s');
  });

  test('that is before the 25 s of the contract end, and before ECS kills at 30 s', () => {
    expect(container.drainSeconds).toBe(25);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s: closes once, and exits with code 0', async (signal) => {
    const process = fakeProcess();
    const close = jest.fn(() => Promise.resolve());
    drainOnSignal({ log: silent, close, process: process.source });
    process.send(signal);
    process.send(signal);
    await jest.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalledTimes(1);
    expect(process.codes).toEqual([0]);
  });

  test('a failure to close exits with code 1 at once', async () => {
    const process = fakeProcess();
    drainOnSignal({ log: silent, close: () => Promise.reject(new Error('stuck')), process: process.source });
    process.send('SIGTERM');
    await jest.advanceTimersByTimeAsync(0);
    expect(process.codes).toEqual([1]);
  });
});
