import { setImmediate } from 'node:timers/promises';
import { readDeployment, type DeploymentFile } from '../load';
import { DeploymentError } from '../problem';
import { reasonOf } from './failure';
import { locate, shownPath } from './locate';
import { callsExit, interceptExit, pendingWork, refusePendingWork } from './run-code';
import { UnusableFile } from './unusable-file';

/**
 * Reads a deployment file in a process that runs for it alone, and does some work with it. While it
 * does, an exit or a rejected promise of the file ends the process with a sentence and code 1.
 *
 * @throws DeploymentError as `readDeployment` does, and when the file fails or starts other work in its
 *   first turn of the event loop; whatever the work throws
 */
export async function withDeploymentFile(
  nameOrPath: string,
  work: (file: DeploymentFile) => void | Promise<void>,
): Promise<void> {
  const shown = shownPath(locate(nameOrPath));
  const watch = new Watch();
  const pending = pendingWork();
  try {
    const read = attempt(() => readDeployment(nameOrPath));
    // Node reports a rejected promise once the file's own turn has ended.
    await setImmediate();
    if (read.problem) throw read.problem;
    watch.refuseFailure();
    refusePendingWork(pending);
    watch.onFailure((problem) => {
      process.stderr.write(`${problem.about(shown)}\n`);
      process.exit(1);
    });
    await work(read.file);
  } catch (problem) {
    // A listener of the file could change the exit code.
    process.removeAllListeners('exit');
    throw problem instanceof UnusableFile ? new DeploymentError(problem.about(shown)) : problem;
  } finally {
    watch.end();
  }
}

/** Collects what a file does outside the call that loads it. */
class Watch {
  private readonly failures: UnusableFile[] = [];
  private act?: (problem: UnusableFile) => void;
  private readonly restoreExit = interceptExit((call) => this.add(callsExit(call)));
  private readonly fail = (reason: unknown) => this.add(failsLater(reason));

  constructor() {
    process.on('unhandledRejection', this.fail).on('uncaughtException', this.fail);
  }

  refuseFailure(): void {
    if (this.failures[0]) throw this.failures[0];
  }

  onFailure(act: (problem: UnusableFile) => void): void {
    this.act = act;
  }

  end(): void {
    this.restoreExit();
    process.off('unhandledRejection', this.fail).off('uncaughtException', this.fail);
  }

  private add(problem: UnusableFile): void {
    this.failures.push(problem);
    if (!this.act) return;
    this.restoreExit();
    this.act(problem);
  }
}

const failsLater = (reason: unknown) =>
  new UnusableFile(
    `fails after it is loaded: ${reasonOf(reason)}`,
    'Remove the promise or the callback: a deployment file only states values.',
  );

type Attempt = { readonly file: DeploymentFile; readonly problem?: undefined } | { readonly problem: Error };

function attempt(read: () => DeploymentFile): Attempt {
  try {
    return { file: read() };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem : new Error(String(problem)) };
  }
}
