import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { DeploymentError, type Problem } from '../problem';
import type { DeploymentFile } from '../load';
import type { DeploymentInput } from '../schema';
import { repository } from './callers-folder';
import { locate, shownPath } from './locate';
import { limitSeconds, runsTooLong } from './run-code';
import { UnusableFile } from './unusable-file';

/** What the child sends: the values of the file, or why it cannot be used. */
export type Answer =
  { readonly stated: DeploymentInput } | { readonly message: string; readonly problems: readonly Problem[] };

/**
 * Reads a deployment file in a child process, so that nothing in the file reaches this process: an exit,
 * an endless loop, a wait. What the file prints goes to the error output.
 *
 * @param seconds time limit of the child, from its start
 * @throws DeploymentError as `readDeployment` does, and when the child ends early or runs too long
 */
export async function readInChild(nameOrPath: string, seconds = limitSeconds): Promise<DeploymentFile> {
  const file = locate(nameOrPath);
  const answer = await answerOf(start(file), file, seconds);
  if ('stated' in answer) return { file, stated: answer.stated };
  throw new DeploymentError(answer.message, answer.problems);
}

function start(file: string): ChildProcess {
  const script = join(__dirname, 'child-main.ts');
  return spawn(process.execPath, ['-r', require.resolve('ts-node/register'), script, file], {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, TS_NODE_PROJECT: join(repository, 'tsconfig.json') },
  });
}

function answerOf(child: ChildProcess, file: string, seconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (problem: UnusableFile) => reject(new DeploymentError(problem.about(shownPath(file))));
    const timer = setTimeout(() => {
      fail(runsTooLong(seconds));
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.once('message', (answer) => {
      resolve(answer as Answer);
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(
        new UnusableFile(
          `ends the process that loads it (${signal ?? `exit code ${code ?? 'unknown'}`})`,
          'Remove what ends it: a deployment file only states values.',
        ),
      );
    });
  });
}
