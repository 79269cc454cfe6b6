import { createRequire } from 'node:module';
import { defaultExport } from './file/default-export';
import { failureOf } from './file/failure';
import { locate, shownPath } from './file/locate';
import { plainCopy, type PlainCopy } from './file/plain-data';
import { limitSeconds, runCode } from './file/run-code';
import { sourceText } from './file/source-text';
import { parseDeployment } from './parse';
import { DeploymentError, type Problem } from './problem';
import type { Deployment, DeploymentInput } from './schema';

const requireFile = createRequire(__filename);

/** A deployment as its file states it, without defaults, for commands that propose changes to the file. */
export interface DeploymentFile {
  /** Absolute path. */
  readonly file: string;
  /** Plain data, which JSON carries without loss. */
  readonly stated: DeploymentInput;
}

/**
 * Loads a deployment by the name of a file in deployments/, or by the path of a .ts or .js file
 * anywhere. The process runs with `-r ts-node/register`. The code of the file runs in this process,
 * and cannot end it.
 *
 * @param seconds time limit of the file's code
 * @throws DeploymentError when there is none, it cannot be used, or it has problems
 */
export function loadDeployment(nameOrPath: string, seconds = limitSeconds): Deployment {
  const { file, stated } = readDeployment(nameOrPath, seconds);
  return parseDeployment(stated, file);
}

/**
 * Reads a deployment file and checks it, as `loadDeployment` does.
 *
 * @param seconds time limit of the file's code
 * @throws DeploymentError when there is none, it cannot be used, or it has problems
 */
export function readDeployment(nameOrPath: string, seconds = limitSeconds): DeploymentFile {
  const file = locate(nameOrPath);
  const { value, problems } = valueIn(file, seconds);
  assertDeployment(value, file, problems);
  return { file, stated: value };
}

function valueIn(file: string, seconds: number): PlainCopy {
  let read: PlainCopy = { value: undefined, problems: [] };
  try {
    sourceText(file);
    runCode(() => {
      read = plainCopy(defaultExport(requireFile(file), file));
    }, seconds);
    return read;
  } catch (problem) {
    throw new DeploymentError(failureOf(problem, file).about(shownPath(file)));
  }
}

/** Reports what is no plain data together with all other problems, each field once. */
function assertDeployment(
  value: unknown,
  file: string,
  notPlain: readonly Problem[],
): asserts value is DeploymentInput {
  const problems = [...notPlain, ...problemsIn(value, file).filter((other) => !notPlain.some(covers(other)))];
  if (problems.length > 0) throw DeploymentError.of(file, problems);
}

function problemsIn(value: unknown, file: string): readonly Problem[] {
  try {
    parseDeployment(value, file);
    return [];
  } catch (problem) {
    if (problem instanceof DeploymentError) return problem.problems;
    throw problem;
  }
}

/** Whether a problem is at the same field as another one, or above it. */
const covers =
  (other: Problem) =>
  ({ path }: Problem) =>
    other.path === path || other.path.startsWith(`${path}.`) || other.path.startsWith(`${path}[`);
