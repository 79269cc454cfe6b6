import { z } from 'zod';
import { positive, text, wholeBetween } from './shapes';

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

export const alarms = z
  .strictObject({
    /** Who gets an e-mail. @default - nobody */
    email: z.email().optional(),
    /** Slack channel, connected to the account through Amazon Q Developer. @default - none */
    slack: z
      .strictObject({
        /** In the address of the workspace. */
        workspaceId: text(/^T[A-Z0-9]+$/, 'a Slack workspace id', 'T0ABC1234'),
        /** At the end of the channel's link. */
        channelId: text(/^C[A-Z0-9]+$/, 'a Slack channel id', 'C0ABC1234'),
      })
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

export const flags = z
  .record(
    text(
      /^[a-z][a-z0-9-]*$/,
      'lower-case letters, digits and hyphens, starting with a letter',
      'new-checkout',
    ),
    z.union([z.boolean(), wholeBetween(0, 100)]),
  )
  .default({});

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const schedule = z
  .strictObject({
    /** IANA time zone. @default 'UTC' */
    timeZone: z
      .string()
      .refine(isTimeZone, 'is a time zone of the IANA database, such as Europe/Berlin')
      .meta({ title: 'an IANA time zone', examples: ['Europe/Berlin'] })
      .default('UTC'),
    /** Days it runs at all. @default 'weekdays' */
    days: z.enum(['weekdays', 'every-day']).default('weekdays'),
    /** Hour of the day it starts, 0–23. */
    start: wholeBetween(0, 23),
    /** Hour of the day it stops, 0–23. */
    stop: wholeBetween(0, 23),
  })
  .optional();
