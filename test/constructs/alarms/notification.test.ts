import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notificationOf } from '../../../constructs/alarms/notification';
import { describe as describeAlarm } from '../../../lib/alarms/description';
import { alarmNames, everyAlarm } from '../../../lib/alarms/registry';
import { alarmMessage, budgetMessage } from './sent-messages';

const place = { deployment: 'shop', stackName: 'shop-operations' };
const alarm = JSON.parse(alarmMessage.Message) as Record<string, unknown>;
const withAlarm = (changes: object) => ({
  ...alarmMessage,
  Message: JSON.stringify({ ...alarm, ...changes }),
});

test('an alarm says what it means, what to look at first, and where the runbook and the console are', () => {
  expect(notificationOf(alarmMessage, place)).toEqual({
    version: 1,
    kind: 'alarm',
    id: alarmMessage.MessageId,
    deployment: 'shop',
    name: 'edge-server-errors',
    alarmName: 'shop-operations-edge-server-errors',
    severity: 'page',
    state: 'ALARM',
    previousState: 'OK',
    time: '2026-11-25T10:12:13.456Z',
    meaning: 'More than 5 % of the answers are errors.',
    firstLook: 'which route fails.',
    reason: 'Threshold Crossed: 2 datapoints were greater than the threshold (5.0).',
    runbook: 'docs/runbook.md#edge-server-errors',
    console:
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/shop-operations-edge-server-errors',
    account: '111122223333',
    region: 'eu-west-1',
  });
});

test.each([
  ['PAGE. A. First look: b. Runbook: docs/runbook.md#c', 'page', 'A.', 'b.', 'docs/runbook.md#c'],
  ['TICKET. A. First look: b. Runbook: docs/runbook.md#c', 'ticket', 'A.', 'b.', 'docs/runbook.md#c'],
  [
    'NOTICE. Spans\ntwo lines. Runbook: docs/runbook.md#c',
    'notice',
    'Spans\ntwo lines.',
    '',
    'docs/runbook.md#c',
  ],
  ['TICKET. No section.', 'ticket', 'No section.', '', ''],
  ['An alarm made by hand', 'unknown', 'An alarm made by hand', '', ''],
  ['URGENT. Another word', 'unknown', 'URGENT. Another word', '', ''],
  [null, 'unknown', '', '', ''],
])('the description %j is read', (AlarmDescription, severity, meaning, firstLook, runbook) => {
  expect(notificationOf(withAlarm({ AlarmDescription }), place)).toMatchObject({
    severity,
    meaning,
    firstLook,
    runbook,
  });
});

test('an alarm without a runbook is named as in its stack', () => {
  const name = (AlarmName: string) => notificationOf(withAlarm({ AlarmName, AlarmDescription: '' }), place);
  expect(name('shop-operations-cpu')).toMatchObject({ name: 'cpu' });
  expect(name('made-by-hand')).toMatchObject({ name: 'made-by-hand' });
});

test('the link to the console works for every name', () => {
  expect(notificationOf(withAlarm({ AlarmName: 'a b/c' }), place)).toMatchObject({
    console: expect.stringMatching(/alarm\/a%20b%2Fc$/),
  });
});

test('a composite alarm, which has no trigger, is an alarm', () => {
  const composite = withAlarm({
    Trigger: undefined,
    AlarmRule: 'ALARM(a) OR ALARM(b)',
    OldStateValue: undefined,
  });
  expect(notificationOf(composite, place)).toMatchObject({
    kind: 'alarm',
    severity: 'page',
    previousState: '',
  });
});

test('the end of an alarm is told too', () => {
  expect(notificationOf(withAlarm({ NewStateValue: 'OK', OldStateValue: 'ALARM' }), place)).toMatchObject({
    state: 'OK',
    previousState: 'ALARM',
  });
});

test('a time that is not readable is that of the message', () => {
  expect(notificationOf(withAlarm({ StateChangeTime: 'now' }), place)).toMatchObject({
    time: alarmMessage.Timestamp,
  });
});

describe('anything else is sent as text', () => {
  test('a notification of AWS Budgets', () => {
    expect(notificationOf(budgetMessage, place)).toEqual({
      version: 1,
      kind: 'message',
      id: budgetMessage.MessageId,
      deployment: 'shop',
      time: budgetMessage.Timestamp,
      subject: budgetMessage.Subject,
      text: budgetMessage.Message,
    });
  });

  test.each(['{"AlarmName": "x"}', 'null', '[]', '"text"', '{'])('the message %s', (Message) => {
    expect(notificationOf({ ...budgetMessage, Subject: null, Message }, place)).toMatchObject({
      kind: 'message',
      subject: '',
      text: Message,
    });
  });
});

test('the page of the webhook shows exactly what is sent', () => {
  const page = readFileSync(join(__dirname, '../../../docs/alarm-notifications.md'), 'utf8');
  const shown = [...page.matchAll(/```json\n([^]*?)```/g)].map(
    ([, text = '']) => JSON.parse(text) as unknown,
  );
  expect(shown).toEqual([notificationOf(alarmMessage, place), notificationOf(budgetMessage, place)]);
});

test.each(alarmNames)('the description of %s is taken apart as it was put together', (name) => {
  const { severity, meaning, firstLook } = everyAlarm[name];
  const AlarmDescription = describeAlarm(name, everyAlarm[name]);
  expect(notificationOf(withAlarm({ AlarmDescription }), place)).toMatchObject({
    name,
    severity,
    meaning,
    firstLook,
    runbook: `docs/runbook.md#${name}`,
  });
});
