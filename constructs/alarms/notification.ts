import { z } from 'zod';
import type { Severity } from '../../lib/deployment/schema/alarms';

/*
 * What a webhook gets for a message of the alarm topic. docs/alarm-notifications.md describes it for the
 * readers of the webhook, so a field may be added, and none may change its meaning without another `version`.
 */

const severities: readonly Severity[] = ['page', 'ticket', 'notice'];

/** An alarm that changed its state. */
export interface AlarmNotification {
  readonly version: 1;
  readonly kind: 'alarm';
  /** The same when a message is delivered again. */
  readonly id: string;
  readonly deployment: string;
  /** Name of the alarm in docs/runbook.md, such as `edge-server-errors`. */
  readonly name: string;
  /** Name of the alarm in CloudWatch. */
  readonly alarmName: string;
  /** `unknown` for an alarm whose description does not begin with a severity. */
  readonly severity: Severity | 'unknown';
  readonly state: string;
  readonly previousState: string;
  /** When the state changed, in ISO 8601, UTC. */
  readonly time: string;
  readonly meaning: string;
  readonly firstLook: string;
  /** CloudWatch's own words. */
  readonly reason: string;
  /** Section of the runbook; empty for an alarm that has none. */
  readonly runbook: string;
  /** The alarm in the console of CloudWatch. */
  readonly console: string;
  readonly account: string;
  readonly region: string;
}

/** Anything else that the topic carries, such as a notification of AWS Budgets. */
export interface OtherNotification {
  readonly version: 1;
  readonly kind: 'message';
  readonly id: string;
  readonly deployment: string;
  readonly time: string;
  readonly subject: string;
  readonly text: string;
}

export type Notification = AlarmNotification | OtherNotification;

/** The part of a message of SNS that is read here. */
export interface TopicMessage {
  readonly MessageId: string;
  readonly Subject?: string | null;
  readonly Message: string;
  readonly Timestamp: string;
}

/** Where the topic is. */
export interface TopicPlace {
  readonly deployment: string;
  /** Alarms are named after their stack. */
  readonly stackName: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
const alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string().nullish(),
  AlarmArn: z.string(),
  AWSAccountId: z.string(),
  NewStateValue: z.string(),
  OldStateValue: z.string().default(''),
  NewStateReason: z.string().default(''),
  StateChangeTime: z.string(),
});

/** What a message of the topic says, for a webhook. It never throws: an alarm in an unknown form is still sent. */
export function notificationOf(message: TopicMessage, { deployment, stackName }: TopicPlace): Notification {
  const { MessageId: id, Subject: subject, Message: text, Timestamp } = message;
  const parsed = alarm.safeParse(jsonOf(text));
  if (!parsed.success)
    return {
      version: 1,
      kind: 'message',
      id,
      deployment,
      time: isoTime(Timestamp),
      subject: subject ?? '',
      text,
    };
  const { AlarmName, AlarmDescription, AlarmArn, ...change } = parsed.data;
  const { severity, meaning, firstLook, runbook } = partsOf(AlarmDescription ?? '');
  const [, , , region = ''] = AlarmArn.split(':');
  return {
    version: 1,
    kind: 'alarm',
    id,
    deployment,
    name: runbook.split('#')[1] ?? withoutPrefix(AlarmName, `${stackName}-`),
    alarmName: AlarmName,
    severity,
    state: change.NewStateValue,
    previousState: change.OldStateValue,
    time: isoTime(change.StateChangeTime, Timestamp),
    meaning,
    firstLook,
    reason: change.NewStateReason,
    runbook,
    console: `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(AlarmName)}`,
    account: change.AWSAccountId,
    region,
  };
}

/** The parts of `PAGE. <meaning> First look: <first look> Runbook: docs/runbook.md#<name>`. */
function partsOf(
  description: string,
): Pick<AlarmNotification, 'severity' | 'meaning' | 'firstLook' | 'runbook'> {
  const [, word = '', afterSeverity = description] = /^([A-Z]+)\.\s+([^]*)$/.exec(description) ?? [];
  const severity = severities.find((known) => known.toUpperCase() === word);
  const text = severity ? afterSeverity : description;
  const [beforeRunbook = '', runbook = ''] = splitLast(text, 'Runbook:');
  const [meaning = '', firstLook = ''] = splitLast(beforeRunbook, 'First look:');
  return { severity: severity ?? 'unknown', meaning, firstLook, runbook };
}

/** A text before and after the last place of a heading. */
function splitLast(text: string, heading: string): string[] {
  const at = text.lastIndexOf(heading);
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), text.slice(at + heading.length).trim()];
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** CloudWatch writes `2026-11-25T10:12:13.456+0000`. */
function isoTime(...texts: readonly string[]): string {
  const time = texts.map((text) => new Date(text)).find((date) => !Number.isNaN(date.getTime()));
  return time?.toISOString() ?? '';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
