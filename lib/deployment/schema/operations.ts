import { z } from 'zod';
import { positive, wholeBetween } from './shapes';

/** Claude in Bedrock. */
export const ai = z
  .strictObject({
    /**
     * Model, by inference profile: `us.`, `eu.`, `apac.` or `global.` and the model's id. The prefix says where
     * a request may be processed.
     * @default 'global.anthropic.claude-haiku-5-5'
     */
    model: z
      .string()
      .regex(
        /^(us|eu|apac|jp|au|global)\.anthropic\.claude-[a-z0-9.:-]+$/,
        'is an inference profile such as eu.anthropic.claude-haiku-5-5',
      )
      .default('global.anthropic.claude-haiku-5-5'),
    /** Bedrock guardrail. @default - none */
    guardrail: z
      .strictObject({
        id: z.string().regex(/^[a-z0-9]{10,12}$/, 'is a guardrail id'),
        version: z.string().regex(/^(DRAFT|[1-9]\d*)$/, 'is a number or DRAFT'),
      })
      .optional(),
    /** Tokens a month after which chat rests; 0 is no limit. @default 20_000_000 */
    monthlyTokenBudget: wholeBetween(0, 10_000_000_000).default(20_000_000),
  })
  .prefault({});

export const alarms = z
  .strictObject({
    /** Who gets an e-mail. @default - nobody */
    email: z.email().optional(),
    /** Slack channel, connected to the account through Amazon Q Developer. @default - none */
    slack: z
      .strictObject({ workspaceId: z.string().startsWith('T'), channelId: z.string().startsWith('C') })
      .optional(),
    /** 95th percentile of the response time that is still well, in milliseconds. @default 200 */
    latencyP95Ms: wholeBetween(10, 60_000).default(200),
    /** Share of 5xx answers that is still well, in percent. @default 1 */
    errorPercent: positive.max(100).default(1),
    /** Days logs are kept. @default 90 */
    logRetentionDays: z
      .union([
        z.literal(7),
        z.literal(14),
        z.literal(30),
        z.literal(60),
        z.literal(90),
        z.literal(180),
        z.literal(365),
      ])
      .default(90),
  })
  .prefault({});

/** Feature flags by name: on, off, or the share of customers that has it, in percent. @default {} */
export const flags = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'is lower-case letters, digits and hyphens'),
    z.union([z.boolean(), wholeBetween(0, 100)]),
  )
  .default({});

/** Hours in which a non-production deployment runs; outside them it is scaled to nothing. @default - always on */
export const schedule = z
  .strictObject({
    /** IANA time zone. @default 'UTC' */
    timeZone: z.string().default('UTC'),
    days: z.enum(['weekdays', 'every-day']).default('weekdays'),
    /** Hour of the day it starts, 0–23. */
    start: wholeBetween(0, 23),
    /** Hour of the day it stops, 0–23. */
    stop: wholeBetween(0, 23),
  })
  .optional();
