import type { Rehearsal, State } from '../rehearsal';

/** One part of a rehearsal, with what must hold after it. */
export interface Phase {
  /** What `--only` takes. */
  readonly id: string;
  /** What happens, in a few words. */
  readonly title: string;
  /** State of the account it begins from. */
  readonly from: Exclude<State, 'unknown'>;
  /** State it leaves when it could be done, also when it has findings. */
  readonly to: State;
  /** Whether it runs without `--only`. */
  readonly byDefault: boolean;
  /** @returns why it does not apply to this deployment. @default - it applies to all */
  readonly notFor?: (rehearsal: Rehearsal) => string | undefined;
  /**
   * @returns what does not hold, one line each; none when the phase is right
   * @throws PhaseFailed when the account is left in no state to go on from
   */
  readonly run: (rehearsal: Rehearsal) => Promise<string[]>;
}

/** A phase that could not be done; the next phase begins with an empty account. */
export class PhaseFailed extends Error {
  constructor(readonly findings: readonly string[]) {
    super(findings.join('\n'));
  }
}
