/** The code of an error of Node or the operating system, such as `ENOENT`; undefined without one. */
export function errorCode(problem: unknown): string | undefined {
  return typeof problem === 'object' &&
    problem !== null &&
    'code' in problem &&
    typeof problem.code === 'string'
    ? problem.code
    : undefined;
}
