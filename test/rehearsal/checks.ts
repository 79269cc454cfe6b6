import type { PrintedCheck } from './printed-check';
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
  if (check.commands.length === 0) {
    rehearsal.note(`not checked: ${check.what} (it has no command)`);
    return [];
  }
  const script = check.commands.join('\n');
  const reason = beyond.find(([pattern]) => pattern.test(script))?.[1];
  if (reason !== undefined) {
    rehearsal.note(`not checked: ${check.what} (${reason})`);
    return [];
  }
  const { exitCode, output } = await rehearsal.operator.run([...shell, script].join('\n'));
  if (exitCode !== 0) return [`a command of this check failed: ${check.what}`];
  const unseen = unanswered.find(([pattern]) => pattern.test(script))?.[1];
  if (unseen !== undefined) rehearsal.note(`run, and its answer not judged: ${check.what} (${unseen})`);
  else if (check.matches === undefined) rehearsal.note(`run, and left to a person: ${check.what}`);
  else if (!holds(check.matches, output))
    return [`${check.what}: expected ${check.expect}, and found ${output || 'nothing'}`];
  return [];
}

/** Whether an output is what a check expects. The operator's output has no white space around it. */
export function holds(matches: string, output: string): boolean {
  return new RegExp(matches).test(output);
}
