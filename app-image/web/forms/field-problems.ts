import { ProblemError } from '../api/failures';

/** The server's complaints by the last part of each path: `shipTo.postcode` is about `postcode`. */
export function fieldProblems(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [path.split(/[./]/).at(-1) ?? '', message]),
  );
}
