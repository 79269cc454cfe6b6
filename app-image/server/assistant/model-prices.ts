import type { Usage } from './assistant';

/** USD for a million tokens. */
interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** Input tokens of one prompt above which both prices are multiplied by `longFactor`. */
  readonly longPromptTokens: number;
  readonly longFactor: number;
}

/**
 * Prices of Bedrock for inference profiles, on demand, from AWS's price list for us-east-1 (published in
 * September and October 2026). A global profile has a price of its own; those of one geography have another.
 */
const prices: Readonly<Record<string, Record<'global' | 'regional', ModelPrice>>> = {
  'anthropic.claude-haiku-5-5': {
    global: { input: 0.1, output: 0.5, longPromptTokens: 100_000, longFactor: 5 },
    regional: { input: 0.11, output: 0.55, longPromptTokens: 100_000, longFactor: 5 },
  },
};

const profile = /^(global|us|eu|jp|au|in|apac)\.(.+)$/;

/** The cost of an answer in USD. */
export type AnswerCost = (usage: Usage) => number;

/**
 * What answers of a model cost. Undefined for a model whose price is not in the table: no cost is better than
 * a wrong one.
 *
 * @param modelId - an inference profile, such as `global.anthropic.claude-haiku-5-5`
 */
export function answerCost(modelId: string): AnswerCost | undefined {
  const [, prefix, model = ''] = profile.exec(modelId) ?? [];
  const price = prices[model]?.[prefix === 'global' ? 'global' : 'regional'];
  if (!price) return undefined;
  return ({ inputTokens, outputTokens }) => {
    const factor = inputTokens > price.longPromptTokens ? price.longFactor : 1;
    return (factor * (inputTokens * price.input + outputTokens * price.output)) / 1_000_000;
  };
}
