import { inspect, stripVTControlCharacters, types } from 'node:util';
import { errorCode } from './error-code';
import { importCircle } from './import-circle';
import { UnusableFile } from './unusable-file';

/** Why a file failed, from whatever its code or the loader threw. */
export function failureOf(problem: unknown, file: string): UnusableFile {
  if (problem instanceof UnusableFile) return problem;
  const circle = importCircle(file);
  if (circle !== undefined && isUnfinishedImport(problem)) return circle;
  const code = attemptCode(problem);
  if (code === 'ERR_REQUIRE_ESM')
    return new UnusableFile(
      'cannot be read: its package.json says "type": "module", which ts-node does not load',
      'To load it, name the file .cts.',
    );
  if (code === 'ERR_REQUIRE_ASYNC_MODULE')
    return new UnusableFile(
      'cannot be read: it uses await at the top level',
      'Remove the await: a deployment file states its values at once.',
    );
  return new UnusableFile(
    `cannot be read: ${reasonOf(problem)}`,
    'Correct the file and run the command again.',
    lineOf(problem, file),
  );
}

/** What was thrown may be an object whose fields throw. */
function attemptCode(problem: unknown): string | undefined {
  try {
    return errorCode(problem);
  } catch {
    return undefined;
  }
}

/** An import in a circle is not there yet when it is first used. */
const isUnfinishedImport = (problem: unknown) =>
  problem instanceof ReferenceError ||
  problem instanceof TypeError ||
  /undefined|initializ/.test(reasonOf(problem));

/** What was thrown, in one line: no traces of loaders and compilers, no code frame. Never throws itself. */
export function reasonOf(problem: unknown): string {
  try {
    const text = types.isNativeError(problem) ? problem.message : textOf(problem);
    const [reason = ''] = stripVTControlCharacters(text).trim().split('\n');
    return reason.replace(/^[x×]\s+/, '').replace(/\.$/, '') || 'it throws an error without a message';
  } catch {
    return 'it throws a value that cannot be shown';
  }
}

function textOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown.trim() === '' ? 'it throws an empty text' : thrown;
  const shown = inspect(thrown, { depth: 0, customInspect: false, breakLength: Infinity, getters: false });
  return `it throws ${shown}`;
}

/** The line at which the file itself failed, rather than something it calls. */
function lineOf(problem: unknown, file: string): number | undefined {
  try {
    const stack = types.isNativeError(problem) ? (problem.stack ?? '') : '';
    const line = /^:(\d+)/.exec(stack.split(file)[1] ?? '')?.[1];
    return line === undefined ? undefined : Number(line);
  } catch {
    return undefined;
  }
}
