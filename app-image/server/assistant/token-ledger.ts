import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database';
import { chatUsage } from '../database/schema';
import type { Usage } from './assistant';

/** Counts the tokens of all answers by month in UTC, and compares them with the budget. */
export class TokenLedger {
  constructor(
    private readonly database: Pick<Database, 'read' | 'transaction'>,
    private readonly model: string,
    /** Tokens a month; 0 means no limit. */
    private readonly monthlyBudget: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Share of this month's budget that is used, in percent; undefined without a budget. */
  async usedPercent(): Promise<number | undefined> {
    return this.monthlyBudget > 0 ? (100 * (await this.spentThisMonth())) / this.monthlyBudget : undefined;
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
