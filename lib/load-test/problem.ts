/** The load test cannot run. `message` is the whole report for people: exit with 2 and print no stack. */
export class LoadTestError extends Error {
  override readonly name = 'LoadTestError';
}
