import { kindOf, stepNames, type StepName } from './steps';

/** Who answered 429: the limits of the application, or those of the firewall in front of it. */
export type Refusal = 'application' | 'firewall';

export type Outcome =
  | { readonly kind: 'answered'; readonly ms: number }
  /** `ms` only for a request that got no answer: the customer waited that long. */
  | { readonly kind: 'error'; readonly cause: string; readonly ms?: number }
  | { readonly kind: 'refused'; readonly by: Refusal };

/** What was counted of one step. */
export interface StepMeasurement {
  readonly step: StepName;
  requests: number;
  errors: number;
  refused: number;
  /** Milliseconds, of requests that were answered and of those that got no answer. */
  readonly latencies: number[];
}

/** Counts and latencies by step. */
export class Measurements {
  readonly #steps = new Map<StepName, StepMeasurement>();
  readonly #causes = new Map<string, number>();
  readonly #refusals = new Set<Refusal>();

  /**
   * @param intervalMs time between two requests of one virtual customer. A request that takes longer keeps the
   *   customer from sending the next ones in time. What they would have waited is added to the latencies, as
   *   HdrHistogram does against coordinated omission (http://hdrhistogram.github.io/HdrHistogram/).
   */
  constructor(private readonly intervalMs: number) {}

  record(step: StepName, outcome: Outcome): void {
    const counted = this.#counted(step);
    counted.requests++;
    if (outcome.kind === 'refused') {
      counted.refused++;
      this.#refusals.add(outcome.by);
      return;
    }
    if (outcome.kind === 'error') {
      counted.errors++;
      const cause = `${step}: ${outcome.cause}`;
      this.#causes.set(cause, (this.#causes.get(cause) ?? 0) + 1);
    }
    if (outcome.ms === undefined) return;
    counted.latencies.push(outcome.ms);
    // A streamed answer is read while it comes, so its customer is not late.
    if (kindOf(step).measures === 'first-byte') return;
    for (let late = outcome.ms - this.intervalMs; late >= this.intervalMs; late -= this.intervalMs)
      counted.latencies.push(late);
  }

  /** In the order of the scenario's steps, those with a request. */
  get steps(): readonly StepMeasurement[] {
    return stepNames.flatMap((step) => this.#steps.get(step) ?? []);
  }

  /** `step: cause` with its number, the most frequent first. */
  get causes(): readonly (readonly [cause: string, count: number])[] {
    return [...this.#causes].sort(([, one], [, other]) => other - one);
  }

  get refusals(): ReadonlySet<Refusal> {
    return this.#refusals;
  }

  #counted(step: StepName): StepMeasurement {
    const known = this.#steps.get(step);
    if (known) return known;
    const created = { step, requests: 0, errors: 0, refused: 0, latencies: [] };
    this.#steps.set(step, created);
    return created;
  }
}
