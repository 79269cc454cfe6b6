/** One thing that is wrong with a deployment file. */
export interface Problem {
  /** Field, such as `targets.fargate.tasks.max`. */
  readonly path: string;
  /** The value there, shortened; a secret is not shown. */
  readonly found: string;
  /** What must hold, and why. */
  readonly rule: string;
  /** What to write. */
  readonly instead: string;
}

/**
 * A deployment file that cannot be used. `message` is the whole report for people: print it without
 * the stack, which says nothing about the file, and exit with 1.
 */
export class DeploymentError extends Error {
  override readonly name = 'DeploymentError';

  constructor(
    message: string,
    /** Every problem of the file; none when there is no file to read. */
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }

  /** The report on a file that was read. */
  static of(source: string, problems: readonly Problem[]): DeploymentError {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return new DeploymentError([`${source} has ${count}.`, ...problems.map(inWords)].join('\n\n'), problems);
  }
}

function inWords({ path, found, rule, instead }: Problem): string {
  return [`  ${path}`, `    found    ${found}`, `    rule     ${rule}`, `    instead  ${instead}`].join('\n');
}
