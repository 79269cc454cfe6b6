import type { Deployment } from '../deployment/schema';
import type { Check } from '../steps/check';
import type { TestedAlarm } from './choose-alarms';

export interface TestStep {
  /** Stable id for scripts and tests. */
  readonly id: 'before' | 'alarm' | 'back';
  readonly title: string;
  /** Commands for bash, in order. */
  readonly commands: readonly string[];
  /** What a person must see, and within which time. */
  readonly arrives: readonly string[];
  readonly checks: readonly Check[];
}

/** The commands that prove that an alarm reaches people. */
export interface AlarmTest extends TestedAlarm {
  /** Lines for bash that the commands need, once in each new terminal. */
  readonly shell: readonly string[];
  readonly steps: readonly TestStep[];
}

/**
 * The commands change the state of one alarm until CloudWatch evaluates it again, and nothing else.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html
 */
export function alarmTest(deployment: Deployment, alarm: TestedAlarm): AlarmTest {
  const { alarmName: name, region } = alarm;
  const described = `aws cloudwatch describe-alarms --alarm-names ${name} --alarm-types MetricAlarm CompositeAlarm --output text --query`;
  const isOk: Check = {
    what: 'the state of the alarm',
    commands: [`${described} '[MetricAlarms, CompositeAlarms][] | [0].StateValue'`],
    expect: `OK, or INSUFFICIENT_DATA after the first deployment. ALARM is no test: read docs/runbook.md, section ${alarm.name}`,
    matches: '^(OK|INSUFFICIENT_DATA)$',
  };
  return {
    ...alarm,
    shell: [
      `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`,
      `topic=$(${described} '[MetricAlarms, CompositeAlarms][] | [0].AlarmActions[0]')`,
    ],
    steps: [
      {
        id: 'before',
        title: 'Check the alarm, and who gets its messages',
        commands: [],
        arrives: [],
        checks: [isOk, subscriptions(deployment)],
      },
      {
        id: 'alarm',
        title: 'Set the alarm off',
        commands: [setState(name, 'ALARM', 'A test of the notifications: nothing has failed.')],
        arrives: arrivals(deployment, name, 'ALARM'),
        checks: [actionDone(name)],
      },
      {
        id: 'back',
        title: 'Put the state back',
        commands: [setState(name, 'OK', 'The test of the notifications has ended.')],
        arrives: arrivals(deployment, name, 'OK'),
        checks: [isOk],
      },
    ],
  };
}

const setState = (name: string, state: 'ALARM' | 'OK', reason: string) =>
  `aws cloudwatch set-alarm-state --alarm-name ${name} --state-value ${state} --state-reason '${reason}'`;

/** An address that is not confirmed has PendingConfirmation in place of an ARN, and gets nothing. */
function subscriptions({ alarms: { email, slack, webhook } }: Deployment): Check {
  const expected = [
    ...email.map((address) => `email for ${address}`),
    ...(slack ? ['https for Slack'] : []),
    ...(webhook ? ['lambda for the webhook'] : []),
  ];
  return {
    what: 'the subscriptions of the topic',
    commands: [
      `aws sns list-subscriptions-by-topic --topic-arn "$topic" --query 'Subscriptions[].[Protocol, Endpoint, SubscriptionArn]' --output text`,
    ],
    expect:
      expected.length === 0
        ? 'nothing, so no message reaches anyone: state alarms.email, alarms.slack or alarms.webhook in the deployment file'
        : `one line each: ${expected.join(', ')}. PendingConfirmation at the end of a line means that the address has not been confirmed: docs/alarm-notifications.md says how to confirm it`,
    ...(expected.length > 0 && { matches: '^(?![^]*PendingConfirmation)[^]+$' }),
  };
}

function actionDone(name: string): Check {
  return {
    what: 'that CloudWatch has sent the message to the topic',
    commands: [
      `aws cloudwatch describe-alarm-history --alarm-name ${name} --history-item-type Action --max-items 1 --query 'AlarmHistoryItems[0].HistorySummary' --output text`,
    ],
    expect:
      'Successfully executed action. With Failed to execute action, the policy of the topic or of its key refuses CloudWatch',
    matches: '^Successfully executed action ',
  };
}

/** SNS delivers within seconds; mail servers and chat clients take their time. */
function arrivals(
  { name: deployment, alarms: { email, slack, webhook } }: Deployment,
  alarm: string,
  state: 'ALARM' | 'OK',
): string[] {
  return [
    ...email.map(
      (address) => `an e-mail from "${deployment} alarms" to ${address}, subject ${state}: "${alarm}"`,
    ),
    ...(slack ? [`a message in the Slack channel ${slack.channelId}`] : []),
    ...(webhook ? [`one JSON document at the webhook, with "state":"${state}"`] : []),
  ].map((what) => `within 5 minutes ${what}`);
}
