/**
 * Retries add at most a tenth to the calls: when a dependency is overloaded, retrying every call would
 * multiply its load (https://sre.google/sre-book/handling-overload/).
 */
export class RetryBudget {
  private tokens: number;

  constructor(
    private readonly perCall = 0.1,
    private readonly most = 10,
  ) {
    this.tokens = most;
  }

  earn(): void {
    this.tokens = Math.min(this.most, this.tokens + this.perCall);
  }

  /** Takes one retry from the budget; false when it is used up. */
  spend(): boolean {
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
