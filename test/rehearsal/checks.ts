import type { PrintedCheck } from './printed-move';
import type { Rehearsal } from './rehearsal';

/** What an emulator cannot answer, and why. */
const beyond: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\bcurl\b/, 'no CloudFront serves requests here'],
  [/aws apprunner/, 'App Runner is recorded only'],
  [/aws cloudcontrol/, 'the emulator has no Cloud Control API for Express'],
];

/** Commands that run here and whose answer means nothing, and why. */
const unanswered: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/get-metric-statistics/, 'no request is served, so no metric has values'],
  [/describe-target-health/, 'no task runs, so none is healthy'],
];

/** Runs a check of a step. @returns why it does not hold */
export async function checkFindings(
  rehearsal: Rehearsal,
  shell: readonly string[],
  check: PrintedCheck,
): Promise<string[]> {
  if (check.commands.length === 0) return [];
  const script = check.commands.join('\n');
  const reason = beyond.find(([pattern]) => pattern.test(script))?.[1];
  if (reason !== undefined) {
    rehearsal.note(`not checked: ${check.what} (${reason})`);
    return [];
  }
  const { exitCode, output } = await rehearsal.operator.run([...shell, script].join('\n'));
  if (exitCode !== 0) return [`a command of this check failed: ${check.what}`];
  const unseen = unanswered.find(([pattern]) => pattern.test(script))?.[1];
  if (unseen !== undefined) {
    rehearsal.note(`run, and its answer not judged: ${check.what} (${unseen})`);
    return [];
  }
  return holds(check.expect, output)
    ? []
    : [`${check.what}: expected ${check.expect}, and found ${output || 'nothing'}`];
}

/**
 * Whether the output is what a check expects. The expectation is a sentence for people, so this sees the
 * values that are in it, or else that there is an answer at all.
 */
export function holds(expect: string, output: string): boolean {
  if (expect.startsWith('no differences'))
    return output.includes('stacks with differences: 0') || output === '';
  if (expect.startsWith('nothing')) return true;
  if (expect.startsWith('0, and')) return /^0\s/.test(output);
  const [value = ''] = /^[A-Z_]{6,}/.exec(expect) ?? [];
  if (value) return output.split(/\s+/).some((word) => expect.includes(word));
  // The AWS CLI prints None for a query that matches nothing.
  return output !== '' && output !== 'None';
}
