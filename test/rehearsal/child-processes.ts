import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/**
 * Starts processes and ends them. Each leads a process group of its own, so that ending it also ends
 * what it has started, such as a Lambda handler of the emulator.
 */
export class ChildProcesses {
  private readonly running = new Set<ChildProcess>();

  start(program: string, parameters: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(program, parameters, { ...options, detached: true });
    this.running.add(child);
    child.once('exit', () => this.running.delete(child));
    return child;
  }

  /** Waits until the process has ended. */
  async stop(child: ChildProcess): Promise<void> {
    if (!this.running.has(child)) return;
    const exit = new Promise((done) => child.once('exit', done));
    endGroup(child);
    await exit;
  }

  /** For the exit of this process, where nothing can be waited for. */
  stopAll(): void {
    this.running.forEach(endGroup);
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (problem) {
    // It has ended meanwhile.
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ESRCH')) throw problem;
  }
}
