import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database';
import { chatUsage } from '../database/schema';
import { AssistantUnavailable, type Usage } from './assistant';

/** The budget is monthly, but a wait of up to a month helps no customer: they may try again tomorrow. */
const budgetRetrySeconds = 24 * 3600;

/** Counts the tokens of all answers by month in UTC, and compares them with the budget. */
export class TokenLedger {
  constructor(
    private readonly database: Pick<Database, 'read' | 'transaction'>,
    private readonly model: string,
    /** Tokens a month; 0 means no limit. */
    private readonly monthlyBudget: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Throws {@link AssistantUnavailable} once the month's budget is spent. */
  async check(): Promise<void> {
    if (this.monthlyBudget > 0 && (await this.spentThisMonth()) >= this.monthlyBudget)
      throw new AssistantUnavailable('budget spent', budgetRetrySeconds);
  }

  /** Input and output tokens of all models. */
  async spentThisMonth(): Promise<number> {
    const [row] = await this.database.read((orm) =>
      orm
        .select({ tokens: sql<string>`sum(${chatUsage.inputTokens} + ${chatUsage.outputTokens})` })
        .from(chatUsage)
        .where(eq(chatUsage.month, this.#month())),
    );
    return Number(row?.tokens ?? 0);
  }

  async record({ inputTokens, outputTokens }: Usage): Promise<void> {
    await this.database.transaction(async (orm) => {
      await orm
        .insert(chatUsage)
        .values({ month: this.#month(), model: this.model, answers: 1, inputTokens, outputTokens })
        .onConflictDoUpdate({
          target: [chatUsage.month, chatUsage.model],
          set: {
            answers: sql`${chatUsage.answers} + 1`,
            inputTokens: sql`${chatUsage.inputTokens} + ${inputTokens}`,
            outputTokens: sql`${chatUsage.outputTokens} + ${outputTokens}`,
          },
        });
    });
  }

  #month(): string {
    return this.now().toISOString().slice(0, 7);
  }
}
