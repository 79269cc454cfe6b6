import { runInNewContext } from 'node:vm';
import { errorCode } from './error-code';
import { UnusableFile } from './unusable-file';

/** Longest time the code of a deployment file may run, in seconds. */
export const limitSeconds = 30;

const ends = ['exit', 'reallyExit', 'abort'] as const;

/**
 * Makes every call that ends the process report itself instead and throw, until the returned function
 * is called.
 */
export function interceptExit(onExit: (call: string) => void): () => void {
  const before = ends.map((name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const);
  for (const name of ends) {
    const call = (code?: unknown): never => {
      const written = `process.${name}(${typeof code === 'number' ? code : ''})`;
      onExit(written);
      throw new Error(`${written} is not allowed in a deployment file`);
    };
    Object.defineProperty(process, name, { value: call, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) if (descriptor) Object.defineProperty(process, name, descriptor);
  };
}

export const callsExit = (call: string) =>
  new UnusableFile(`calls ${call}`, 'Remove the call: a deployment file only states values.');

export const runsTooLong = (seconds: number) =>
  new UnusableFile(
    `still runs after ${seconds} s`,
    'Remove the endless loop or the wait: a deployment file only states values.',
  );

/**
 * Runs code of a deployment file. It cannot end the process, run on for ever or leave work behind.
 *
 * @param seconds time limit; Node ends a synchronous loop at it
 * @throws UnusableFile when it tries; whatever the code throws
 */
export function runCode(run: () => void, seconds = limitSeconds): void {
  const exits: string[] = [];
  const restoreExit = interceptExit((call) => exits.push(call));
  const { exitCode } = process;
  const pending = pendingWork();
  try {
    runInNewContext('run()', { run }, { timeout: seconds * 1000, displayErrors: false });
    // The code may have caught what stopped the exit.
    refuseExit(exits);
  } catch (problem) {
    refuseExit(exits);
    throw errorCode(problem) === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? runsTooLong(seconds) : problem;
  } finally {
    restoreExit();
    process.exitCode = exitCode;
  }
  refusePendingWork(pending);
}

function refuseExit([call]: readonly string[]): void {
  if (call !== undefined) throw callsExit(call);
}

/** What acts after the code has run: timers, sockets, child processes, listeners of the process. Its output streams do not. */
export function pendingWork(): string[] {
  const resources = process.getActiveResourcesInfo().filter((resource) => !/^(TTY|Pipe)Wrap$/.test(resource));
  const listeners = process
    .eventNames()
    .flatMap((event) => process.rawListeners(event).map(() => `process.on('${String(event)}')`));
  return [...resources, ...listeners];
}

/** @throws UnusableFile when more work is pending than before */
export function refusePendingWork(before: readonly string[]): void {
  const known = [...before];
  const added = pendingWork().find((resource) => {
    const index = known.indexOf(resource);
    if (index === -1) return true;
    known.splice(index, 1);
    return false;
  });
  if (added !== undefined)
    throw new UnusableFile(
      `starts work that goes on after it is loaded (${added})`,
      'Remove the timer, request, child process or listener: a deployment file only states values.',
    );
}
