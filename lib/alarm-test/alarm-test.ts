import { alarmName, stackName } from '../stacks/names';
import type { Check } from '../steps/check';

/** The alarm of a test, as far as the test needs it. */
export interface TestedAlarm {
  /** Name in docs/runbook.md: lower case letters, digits and hyphens. */
  readonly name: string;
  /** Id of its stack, such as `operations`. */
  readonly part: string;
  /** Region of its stack. */
  readonly region: string;
}

/** Where the messages of the deployment go. */
export interface Destinations {
  /** @default - no e-mail */
  readonly email?: readonly string[];
  /** Id of the Slack channel. @default - no Slack */
  readonly slack?: string;
  /** @default false */
  readonly webhook?: boolean;
}

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

export interface AlarmTest {
  readonly alarmName: string;
  readonly region: string;
  /** Lines for bash that the commands need, once in each new terminal. */
  readonly shell: readonly string[];
  readonly steps: readonly TestStep[];
}

/**
 * The commands that prove that an alarm reaches people, and what must arrive. They change the state of one alarm
 * until CloudWatch evaluates it again, and nothing else.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html
 */
export function alarmTest(deployment: string, alarm: TestedAlarm, destinations: Destinations): AlarmTest {
  const { region } = alarm;
  const name = alarmName(stackName(deployment, alarm.part), alarm.name);
  const described = `aws cloudwatch describe-alarms --alarm-names ${name} --alarm-types MetricAlarm CompositeAlarm --output text --query`;
  return {
    alarmName: name,
    region,
    shell: [
      `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`,
      `topic=$(${described} '[MetricAlarms, CompositeAlarms][] | [0].AlarmActions[0]')`,
    ],
    steps: [
      {
        id: 'before',
        title: 'Check the alarm and who gets its messages',
        commands: [],
        arrives: [],
        checks: [isOk(described), subscriptions(destinations)],
      },
      {
        id: 'alarm',
        title: 'Set the alarm off',
        commands: [setState(name, 'ALARM', 'A test of the notifications: nothing has failed.')],
        arrives: arrivals(deployment, name, destinations, 'ALARM'),
        checks: [actionDone(name)],
      },
      {
        id: 'back',
        title: 'Put the state back',
        commands: [setState(name, 'OK', 'The test of the notifications has ended.')],
        arrives: arrivals(deployment, name, destinations, 'OK'),
        checks: [isOk(described)],
      },
    ],
  };
}

const setState = (name: string, state: 'ALARM' | 'OK', reason: string) =>
  `aws cloudwatch set-alarm-state --alarm-name ${name} --state-value ${state} --state-reason '${reason}'`;

function isOk(described: string): Check {
  return {
    what: 'the state of the alarm',
    commands: [`${described} '[MetricAlarms, CompositeAlarms][] | [0].StateValue'`],
    expect: 'OK. With ALARM the alarm is no test: open its section of docs/runbook.md',
    matches: '^OK$',
  };
}

/** An address that is not confirmed has PendingConfirmation in place of an ARN, and gets nothing. */
function subscriptions({ email = [], slack, webhook = false }: Destinations): Check {
  const expected = [
    ...email.map((address) => `email ${address}`),
    ...(slack === undefined ? [] : ['https for Slack']),
    ...(webhook ? ['lambda for the webhook'] : []),
  ];
  return {
    what: 'the subscriptions of the topic',
    commands: [
      `aws sns list-subscriptions-by-topic --topic-arn "$topic" --query 'Subscriptions[].[Protocol, Endpoint, SubscriptionArn]' --output text`,
    ],
    expect: `one line each: ${expected.join(', ') || 'none, so no message reaches anyone'}. PendingConfirmation at the end of a line: the address has not been confirmed. Open the link in the e-mail "AWS Notification - Subscription Confirmation"; after three days deploy the Operations stack again without the address and then with it, for a new link`,
    matches: '^(?![^]*PendingConfirmation)',
  };
}

function actionDone(name: string): Check {
  return {
    what: 'CloudWatch has sent the message to the topic',
    commands: [
      `aws cloudwatch describe-alarm-history --alarm-name ${name} --history-item-type Action --max-items 1 --query 'AlarmHistoryItems[0].HistorySummary' --output text`,
    ],
    expect:
      'Successfully executed action. With Failed to execute action the policy of the topic or of its key is wrong',
    matches: '^Successfully executed action ',
  };
}

/** SNS delivers within seconds; mail servers and chat clients take their time. */
function arrivals(
  deployment: string,
  name: string,
  { email = [], slack, webhook = false }: Destinations,
  state: 'ALARM' | 'OK',
): string[] {
  const sent = [
    ...email.map(
      (address) => `an e-mail from "${deployment} alarms" to ${address}, subject ${state}: "${name}"`,
    ),
    ...(slack === undefined ? [] : [`a message in the Slack channel ${slack}`]),
    ...(webhook ? [`one JSON document at the webhook, with "state": "${state}"`] : []),
  ];
  return sent.map((what) => `within 5 minutes ${what}`);
}
