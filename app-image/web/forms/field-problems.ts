import { ProblemError } from '../api/failures';

/** The server's messages by the last part of each path: `shipTo.postcode` belongs to `postcode`. */
export function fieldProblems(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [path.split(/[./]/).at(-1) ?? '', message]),
  );
}
