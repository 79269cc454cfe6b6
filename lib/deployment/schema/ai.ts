import { z } from 'zod';
import { prefixes } from '../../regions/inference-profiles';
import type { Explanation } from './explanation';
import { text, wholeBetween } from './shapes';

/** The id of a foundation model, which Bedrock does not serve on demand. */
function explainModel(value: unknown): Explanation | undefined {
  if (typeof value !== 'string' || !/^anthropic\.claude-[a-z0-9.:-]+$/.test(value)) return undefined;
  return {
    rule: `must be an inference profile, as Bedrock serves Claude through those only: a prefix (${prefixes.join('., ')}.) and the model's id`,
    instead: `'global.${value}'`,
  };
}

export const ai = z
  .strictObject({
    /**
     * Inference profile: a prefix and the model's id. The prefix says which regions may process a request:
     * `global.` all commercial regions, `us.`, `eu.`, `jp.`, `au.`, `in.` and `apac.` those of one geography.
     * @default 'global.anthropic.claude-haiku-5-5'
     */
    model: text(
      new RegExp(`^(${prefixes.join('|')})\\.anthropic\\.claude-[a-z0-9.:-]+$`),
      'an inference profile of Claude',
      'global.anthropic.claude-haiku-5-5',
      explainModel,
    ).default('global.anthropic.claude-haiku-5-5'),
    /** Bedrock guardrail. @default - none */
    guardrail: z
      .strictObject({
        /** Id of the guardrail. */
        id: text(/^[a-z0-9]{10,12}$/, 'a guardrail id', 'abcdef123456'),
        /** Number of a published version, or DRAFT, which changes with every edit. */
        version: text(/^(DRAFT|[1-9]\d*)$/, 'a version number in quotes, or DRAFT', '1'),
      })
      .optional(),
    /** Tokens a month after which chat answers 503. 0 means no limit. Range 0–10,000,000,000. @default 20_000_000 */
    monthlyTokenBudget: wholeBetween(0, 10_000_000_000).default(20_000_000),
  })
  .prefault({});

export type AiSettings = z.output<typeof ai>;
