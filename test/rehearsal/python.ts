import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repository } from './repository';
import { RehearsalError } from './rehearsal-error';

/** Virtual environments that a checkout may have; both are in .gitignore. */
const environments = ['.venv-rehearsal', '.venv'];

/**
 * Finds the Python of a virtual environment that has the emulator, the AWS SDK and the AWS CLI.
 *
 * @returns path of the interpreter
 * @throws RehearsalError when there is none, with the commands that make one
 */
export async function findPython(): Promise<string> {
  for (const environment of environments) {
    const python = join(repository, environment, 'bin', 'python');
    if (existsSync(python) && existsSync(join(dirname(python), 'aws')) && (await hasEmulator(python)))
      return python;
  }
  throw new RehearsalError(
    `There is no virtual environment with the AWS emulator in ${environments.join(' or ')}. Make one: ` +
      'python3 -m venv .venv-rehearsal && .venv-rehearsal/bin/pip install --requirement test/rehearsal/requirements.txt',
  );
}

async function hasEmulator(python: string): Promise<boolean> {
  const find =
    "import sys; from importlib.util import find_spec as f; sys.exit(not (f('ministack') and f('boto3')))";
  return promisify(execFile)(python, ['-c', find]).then(
    () => true,
    () => false,
  );
}
