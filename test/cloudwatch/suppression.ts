import type { State } from './rule';

/** Actions that a composite alarm takes, for the state that it is in. */
export interface Taken {
  /** In seconds since 1970. */
  readonly time: number;
  readonly state: State;
}

interface Waiting {
  readonly until: number;
}

/**
 * When a composite alarm with an ActionsSuppressor takes its actions.
 *
 * - A change of state starts a WaitPeriod. When it ends, the alarm takes the actions of its current
 *   state. A further change discards it and starts a new one.
 * - While the suppressor is in ALARM, no action is taken; a WaitPeriod is discarded.
 * - When the suppressor leaves ALARM, an ExtensionPeriod starts. When it ends, the alarm takes the
 *   actions of its current state. A change of state discards it and starts a WaitPeriod.
 *
 * A suppressor that goes into ALARM in the very minute in which a WaitPeriod ends comes too late: the
 * documentation does not say which is first, so the model takes the case that sends a page.
 *
 * The documentation does not say whether actions that were taken before the suppressor went into
 * ALARM are taken again. The model takes them once for each change of state.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
 */
export class Suppression {
  private waiting: Waiting | undefined;
  private suppressed = false;
  /** A change of state whose actions were not taken. */
  private pending = false;
  private state: State;

  /** The periods are in seconds. */
  constructor(
    initial: State,
    private readonly waitPeriod: number,
    private readonly extensionPeriod: number,
  ) {
    this.state = initial;
  }

  /** What is taken up to and at `time`, given the states of the composite and of the suppressor then. */
  step(time: number, state: State, suppressor: State): readonly Taken[] {
    // A period that ends at this very minute ends before the change that the minute brings.
    const taken = this.ended(time);
    const suppressed = suppressor === 'ALARM';
    const resumed = this.suppressed && !suppressed;
    this.suppressed = suppressed;
    if (state !== this.state) {
      this.state = state;
      this.pending = true;
      this.waiting = { until: time + this.waitPeriod };
    } else if (resumed && this.pending) this.waiting = { until: time + this.extensionPeriod };
    if (suppressed) this.waiting = undefined;
    return [...taken, ...(this.waiting?.until === time ? this.ended(time) : [])];
  }

  private ended(time: number): readonly Taken[] {
    if (!this.waiting || this.waiting.until > time) return [];
    const { until } = this.waiting;
    this.waiting = undefined;
    this.pending = false;
    return [{ time: until, state: this.state }];
  }
}
