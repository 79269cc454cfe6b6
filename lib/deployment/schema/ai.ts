import { z } from 'zod';
import { text, wholeBetween } from './shapes';

export const ai = z
  .strictObject({
    /**
     * Model, by inference profile: `us.`, `eu.`, `apac.` or `global.` and the model's id. The prefix says where
     * a request may be processed.
     * @default 'global.anthropic.claude-haiku-5-5'
     */
    model: text(
      /^(us|eu|apac|jp|au|global)\.anthropic\.claude-[a-z0-9.:-]+$/,
      'an inference profile of Claude',
      'global.anthropic.claude-haiku-5-5',
    ).default('global.anthropic.claude-haiku-5-5'),
    /** Bedrock guardrail. @default - none */
    guardrail: z
      .strictObject({
        /** Its id in Bedrock. */
        id: text(/^[a-z0-9]{10,12}$/, 'a guardrail id', 'abcdef123456'),
        /** A published version; DRAFT changes under you. */
        version: text(/^(DRAFT|[1-9]\d*)$/, 'a version number in quotes, or DRAFT', '1'),
      })
      .optional(),
    /** Tokens a month after which chat rests; 0 is no limit. @default 20_000_000 */
    monthlyTokenBudget: wholeBetween(0, 10_000_000_000).default(20_000_000),
  })
  .prefault({});

export type AiSettings = z.output<typeof ai>;
