import { failuresIn } from '../failures';
import type { Outcome } from '../operator';
import type { Rehearsal } from '../rehearsal';
import { PhaseFailed } from './phase';

/** Every failure of every stack, with the stack's state. */
export async function describeFailure(rehearsal: Rehearsal): Promise<string[]> {
  const lines: string[] = [];
  for (const state of await rehearsal.stacks.states()) {
    if (!/FAILED|ROLLBACK/.test(state.status)) continue;
    lines.push(`${state.stack} is in ${state.status}`);
    const failures = failuresIn(await rehearsal.stacks.events(state, rehearsal.phaseBegan));
    lines.push(...failures.slice(-6).map((failure) => `${state.stack}: ${failure}`));
  }
  return lines;
}

/** @throws PhaseFailed when the command failed, with what CloudFormation says */
export async function mustSucceed(
  rehearsal: Rehearsal,
  what: string,
  work: Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await work;
  if (outcome.exitCode === 0) return outcome;
  throw new PhaseFailed([`${what} failed`, ...(await describeFailure(rehearsal))]);
}

/** Findings for stacks of the deployment that are in another state than one of the named. */
export async function statesOtherThan(rehearsal: Rehearsal, allowed: readonly string[]): Promise<string[]> {
  const states = await rehearsal.stacks.states();
  return states
    .filter(({ status }) => !allowed.includes(status))
    .map(({ stack, status }) => `${stack} is in ${status} instead of ${allowed.join(' or ')}`);
}
