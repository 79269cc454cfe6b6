import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  TaskCancelledError,
  TimeoutStrategy,
  circuitBreaker,
  handleWhen,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import { RetryBudget } from './retry-budget';
import { UnavailableError } from './unavailable';

export interface OutsideCallOptions {
  readonly dependency: UnavailableError['dependency'];
  /** Longest a single attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Attempts after the first. @default 0, for calls that must not happen twice */
  readonly retries?: number;
  /** Failures in a row after which no call is made. @default 5 */
  readonly failuresToOpen?: number;
  /** Seconds without calls before one is tried again. @default 5 */
  readonly openSeconds?: number;
  /** Whether a failure is the dependency's; a caller's own mistake is not. @default all are */
  counts?(error: unknown): boolean;
}

/** Every call that leaves the process is made through this class: time limit, retries with jitter from a budget, circuit breaker. */
export class OutsideCall {
  private readonly policy;
  private readonly breaker;
  private readonly budget = new RetryBudget();
  /** Milliseconds since 1970. */
  private openUntil = 0;

  constructor(private readonly options: OutsideCallOptions) {
    const { timeoutMs, retries = 0, failuresToOpen = 5, openSeconds = 5 } = options;
    const counts = (error: Error) => options.counts?.(error) ?? true;
    const cancelled = (error: Error) => error.name === 'AbortError';
    const failures = handleWhen((error) => !cancelled(error) && counts(error));
    this.breaker = circuitBreaker(failures, {
      halfOpenAfter: openSeconds * 1000,
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    this.breaker.onBreak(() => (this.openUntil = Date.now() + openSeconds * 1000));
    const again = retry(
      handleWhen(
        (error) =>
          !(error instanceof BrokenCircuitError) && !cancelled(error) && counts(error) && this.budget.spend(),
      ),
      // Decorrelated jitter is this back-off's default: clients that failed together do not retry together.
      { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 1000 }) },
    );
    this.policy = wrap(again, this.breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  }

  /** Whether the circuit is open: calls fail without being made. */
  get open(): boolean {
    return this.breaker.state === CircuitState.Open || this.breaker.state === CircuitState.Isolated;
  }

  /** Whether the next call fails without being made; false once an open circuit lets one call through. */
  get refusing(): boolean {
    return this.open && Date.now() < this.openUntil;
  }

  /** Throws `UnavailableError` for a failure of the dependency, and the call's own error for any other. */
  async run<T>(call: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.budget.earn();
    try {
      // The caller's signal is passed to the call and not to the policy, which would count an abort as a time-out.
      return await this.policy.execute((context) =>
        call(signal ? AbortSignal.any([context.signal, signal]) : context.signal),
      );
    } catch (error) {
      throw this.translate(error, signal);
    }
  }

  private translate(error: unknown, signal?: AbortSignal): unknown {
    const { dependency, openSeconds = 5 } = this.options;
    if (signal?.aborted || error instanceof UnavailableError) return error;
    const away =
      error instanceof BrokenCircuitError ||
      error instanceof TaskCancelledError ||
      (this.options.counts?.(error) ?? true);
    return away ? new UnavailableError(dependency, openSeconds, { cause: error }) : error;
  }
}
