import { z } from 'zod';
import { optedOut, text, wholeBetween } from './shapes';
import { encryptionKeyArn, existingSecretArn } from './secret-source';

export const severities = ['page', 'ticket', 'notice'] as const;

export const alarms = z
  .strictObject({
    /** Addresses that get an e-mail for every alarm. AWS sends each a link that confirms it. @default [] */
    email: z
      .array(z.email().meta({ title: 'an e-mail address', examples: ['oncall@example.com'] }))
      .default([]),
    /** Slack channel. Connect the workspace once in the console of Amazon Q Developer in chat applications. @default - none */
    slack: z
      .strictObject({
        /** Id of the workspace, from its address. */
        workspaceId: text(/^T[A-Z0-9]{5,20}$/, 'a Slack workspace id', 'T0ABC1234'),
        /** Id of the channel, from the end of its link. */
        channelId: text(/^[CG][A-Z0-9]{5,20}$/, 'a Slack channel id', 'C0ABC1234'),
      })
      .optional(),
    /**
     * Service that gets a JSON message for every alarm. The secret holds its address, `https://…`, which is
     * often a secret by itself. docs/alarm-notifications.md shows the message.
     * @default - none
     */
    webhook: z
      .strictObject({
        /** Complete ARN of the secret in Secrets Manager: the address alone, or JSON with the key `url`. */
        secretArn: existingSecretArn,
        /** ARN of the KMS key that encrypts the secret, when that is not the AWS managed key. @default - the AWS managed key */
        kmsKeyArn: encryptionKeyArn.optional(),
      })
      .optional(),
    /** p95 latency threshold in milliseconds: 95 of 100 requests must be faster. Range 10–60,000. @default 200 */
    latencyP95Ms: wholeBetween(10, 60_000).default(200),
    /** Share of answers that may be a 5xx, in percent. Range 0.1–100. @default 1 */
    errorPercent: z.number().min(0.1).max(100).default(1),
    /**
     * Minutes between two runs of the canary, which visits page, search and log-in page from outside, and the
     * chat once an hour. $0.0012 a run: 730 runs = $0.88 a month with 60, $10.51 with 5. Range 1–60.
     * @default 60
     */
    canaryMinutes: z.union([wholeBetween(1, 60), optedOut]).default(60),
    /**
     * Least severe alarms that exist: `page` only those that need somebody at once, `ticket` also those that can
     * wait for the next working day, `notice` all.
     * @default 'notice'
     */
    leastSeverity: z.enum(severities).default('notice'),
    /** Other thresholds, or alarms that are off, by the name of the alarm in docs/alarms.md. @default {} */
    overrides: z
      .record(
        text(/^[a-z][a-z0-9-]*$/, 'the name of an alarm', 'database-cpu'),
        z.union([
          z.strictObject({
            /** Another threshold, in the unit of the alarm. 0 or more. */
            threshold: z.number().min(0),
          }),
          optedOut,
        ]),
      )
      .default({}),
  })
  .prefault({});

export const budgetUsd = z.number().min(1).max(1_000_000).default(180);

export type AlarmSettings = z.output<typeof alarms>;
export type Severity = AlarmSettings['leastSeverity'];
