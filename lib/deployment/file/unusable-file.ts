/** The way out for a file that states nothing. */
export const example = 'Write: export default defineDeployment({ … });';

/** Why a file cannot be used as a deployment file. The message is for the user and does not name the file. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(
    /** What is wrong, as it follows the name of the file: `is empty`. */
    readonly fault: string,
    /** A sentence that says what to do. */
    readonly wayOut: string,
    /** Line of the file. */
    readonly line?: number,
  ) {
    super(`${fault}. ${wayOut}`);
  }

  /** The whole message for a file. */
  about(file: string): string {
    const where = this.line === undefined ? '' : `, line ${this.line},`;
    return `${file}${where} ${this.message}`;
  }
}
