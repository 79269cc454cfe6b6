import { DeploymentError } from '../problem';
import type { Answer } from './child';
import { withDeploymentFile } from './own-process';

/** The child process of `readInChild`: reads one file, sends the answer, and lives until the parent ends it. */
const [, , file = ''] = process.argv;
const ipc = process.send?.bind(process);
const send = (answer: Answer) => void ipc?.(answer);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

withDeploymentFile(file, ({ stated }) => send({ stated })).catch((problem: unknown) =>
  send(
    problem instanceof DeploymentError
      ? { message: problem.message, problems: problem.problems }
      : { message: String(problem), problems: [] },
  ),
);
