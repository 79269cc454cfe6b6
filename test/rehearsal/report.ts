/** How a phase ended. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly seconds: number;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  /** What does not hold, or why it was skipped. */
  readonly findings: readonly string[];
  /** What was not done here, and why. */
  readonly notes: readonly string[];
}

/** A result as lines for the terminal. */
export function renderResult({ id, title, seconds, outcome, findings, notes }: Result): string {
  const time = outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`;
  return [
    `${outcome.padEnd(8)}${id.padEnd(24)}${time.padStart(8)}  ${title}`,
    ...findings.map((finding) => item('-', finding)),
    ...notes.map((note) => item('·', note)),
  ].join('\n');
}

const item = (mark: string, text: string) =>
  `${' '.repeat(8)}${mark} ${text.replaceAll('\n', `\n${' '.repeat(10)}`)}`;

/** The last line: what failed and where to read on. */
export function renderSummary(results: readonly Result[], seconds: number, folder: string): string {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return `Every phase is right, in ${seconds.toFixed(0)} s.`;
  return (
    `${failed.length} of ${results.length} phases failed, in ${seconds.toFixed(0)} s: ${failed.map(({ id }) => id).join(', ')}. ` +
    `The commands and their output are in ${folder}/account-*/commands.log.`
  );
}
