import type { Usage } from './assistant';

/** Counts the tokens of all answers, month by month (UTC), in the table `chat_usage`. */
export interface TokenLedger {
  /** Input and output tokens spent in the month of now. */
  spentThisMonth(): Promise<number>;
  record(usage: Usage): Promise<void>;
}
