import { spawnSync } from 'node:child_process';
import { loadDeployment, parseDeployment, type DeploymentInput } from '../../../lib/deployment';
import { everyAlarm } from '../../../lib/alarms/registry';
import { alarmTest } from '../../../lib/alarm-test/alarm-test';
import { AlarmNameError, chooseAlarms } from '../../../lib/alarm-test/choose-alarms';
import { testAlarm } from '../../../lib/alarm-test/command';
import { plannedStacks } from '../../setup/summary';
import { describeWithModels, problemsWith, runBlocks } from '../../docs/shell-page';

const told = {
  email: ['oncall@example.com', 'lead@example.com'],
  slack: { workspaceId: 'T0ABC1234', channelId: 'C0ABC1234' },
  webhook: { secretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:webhook-AbCdEf' },
};
const shop = (changes: Partial<DeploymentInput> = {}) =>
  parseDeployment({
    name: 'shop',
    aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b'] },
    targets: { fargate: {} },
    live: 'fargate',
    alarms: told,
    ...changes,
  });

/** Every alarm of the stacks that has an action, with the region of its stack. */
function sendersIn(deployment: ReturnType<typeof shop>): string[] {
  return plannedStacks(deployment).flatMap(({ region, template }) =>
    Object.values(template.Resources)
      .filter(({ Type }) => /^AWS::CloudWatch::(Composite)?Alarm$/.test(Type))
      .map(({ Properties }) => Properties as { AlarmName: string; AlarmActions?: unknown[] })
      .filter(({ AlarmActions = [] }) => AlarmActions.length > 0)
      .map(({ AlarmName }) => `${region} ${AlarmName}`),
  );
}

const privateShop = {
  domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
  edge: { cdn: { enabled: false, optOutReason: 'one country' }, loadBalancer: 'public' },
} satisfies Partial<DeploymentInput>;

describe.each([
  ['production', () => loadDeployment('production')] as const,
  ['mvp', () => loadDeployment('mvp')] as const,
  ['a deployment outside us-east-1', () => shop()] as const,
  ['a deployment without a CDN', () => shop(privateShop)] as const,
])('%s', (_, load) => {
  const deployment = load();
  const senders = sendersIn(deployment);

  test('every alarm that sends messages can be tested, under its own name and in its own region', () => {
    const names = senders.map(
      (sender) => sender.split(' ')[1]?.replace(/^.*operations(-edge-[a-z]+-[a-z]+-\d)?-/, '') ?? '',
    );
    const tested = names.flatMap((name) => chooseAlarms(deployment, name));
    expect(tested.map(({ region, alarmName }) => `${region} ${alarmName}`)).toEqual(senders);
  });

  test('without a name one alarm of each topic is tested', () => {
    const tested = chooseAlarms(deployment);
    const regions = new Set(senders.map((sender) => sender.split(' ')[0]));
    expect(new Set(tested.map(({ region }) => region))).toEqual(regions);
    expect(tested).toHaveLength(regions.size);
    expect(senders).toEqual(
      expect.arrayContaining(tested.map(({ region, alarmName }) => `${region} ${alarmName}`)),
    );
  });
});

test('without a name the alarm is one for which customers need somebody at once', () => {
  expect(chooseAlarms(shop()).map(({ name }) => everyAlarm[name].severity)).toEqual(['page', 'page']);
});

describe('a name that is refused says what to use instead', () => {
  test.each([
    ['of no alarm', 'shop-don', /"shop-don" is no alarm.*Did you mean shop-down\?/],
    ['far from every alarm', 'xyzzyxyzzy', /"xyzzyxyzzy" is no alarm.*Use one of .*shop-down/],
    ['of an alarm that sends no message', 'canary-failed', /shop-down sends it\. Use --alarm shop-down\./],
    [
      'of an alarm that the deployment has not',
      'cache-memory',
      /shop has no alarm "cache-memory"\. Use one of/,
    ],
    ['with a command of the shell', "a'; reboot; '", /is no alarm/],
  ])('%s', (_, name, message) => {
    const withoutCache = shop({ cache: 'none', container: { sessions: 'database' } });
    expect(() => chooseAlarms(withoutCache, name)).toThrow(AlarmNameError);
    expect(() => chooseAlarms(withoutCache, name)).toThrow(message);
  });
});

describe('the test of an alarm', () => {
  const deployment = shop();
  const [alarm] = chooseAlarms(deployment, 'shop-down');
  if (!alarm) throw new Error('There is no alarm.');
  const { steps, shell } = alarmTest(deployment, alarm);
  const step = (id: string) => steps.find((one) => one.id === id);

  test('says what arrives at every destination, and within which time', () => {
    expect(step('alarm')?.arrives).toEqual([
      'within 5 minutes an e-mail from "shop alarms" to oncall@example.com, subject ALARM: "shop-operations-shop-down"',
      'within 5 minutes an e-mail from "shop alarms" to lead@example.com, subject ALARM: "shop-operations-shop-down"',
      'within 5 minutes a message in the Slack channel C0ABC1234',
      'within 5 minutes one JSON document at the webhook, with "state":"ALARM"',
    ]);
    expect(step('back')?.arrives).toHaveLength(4);
  });

  test('puts the state back after it', () => {
    expect(step('alarm')?.commands).toEqual([expect.stringContaining('--state-value ALARM')]);
    expect(step('back')?.commands).toEqual([expect.stringContaining('--state-value OK')]);
    expect(steps.map(({ id }) => id)).toEqual(['before', 'alarm', 'back']);
  });

  const [isOk, subscribed] = step('before')?.checks ?? [];
  const holds = (check: typeof isOk, output: string) => new RegExp(check?.matches ?? '$.').test(output);

  test.each([
    ['OK', true],
    ['INSUFFICIENT_DATA', true],
    ['ALARM', false],
    ['None', false],
  ])('may begin when the state is %s: %s', (state, may) => {
    expect(holds(isOk, state)).toBe(may);
  });

  test('may begin when every address is confirmed, and not before', () => {
    const confirmed = 'email\toncall@example.com\tarn:aws:sns:eu-west-1:111122223333:topic:1';
    expect(holds(subscribed, confirmed)).toBe(true);
    expect(holds(subscribed, `${confirmed}\nemail\tlead@example.com\tPendingConfirmation`)).toBe(false);
    expect(holds(subscribed, '')).toBe(false);
    expect(subscribed?.expect).toMatch(
      /email for oncall@example\.com.*https for Slack.*lambda for the webhook.*PendingConfirmation/,
    );
  });

  test('says that no message reaches anyone when the deployment names no destination', () => {
    const { steps: silent } = alarmTest(shop({ alarms: {} }), alarm);
    expect(silent[0]?.checks[1]?.expect).toMatch(/no message reaches anyone: state alarms\.email/);
    expect(silent[1]?.arrives).toEqual([]);
  });

  describeWithModels('has commands', (python) => {
    const problemsOf = (made: readonly (readonly string[])[]) =>
      problemsWith(
        python,
        made.map((argv) => ({ argv, whole: true })),
      );
    const commands = [
      ...shell,
      ...steps.flatMap(({ commands: run, checks }) => [...run, ...checks.flatMap((check) => check.commands)]),
    ];
    const ran = runBlocks(commands.join('\n'));
    const calls = ran.calls.map(({ argv }) => argv);

    test('that the AWS CLI takes', () => {
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(calls).toHaveLength(7);
      expect(problemsOf(calls)).toEqual([]);
    });

    test('that read the topic and the state of an alarm on a metric, and of a composite alarm', () => {
      const query = (call: readonly string[] | undefined, answer: object) =>
        spawnSync(
          python,
          [
            '-c',
            'import jmespath, json, sys; print(jmespath.search(sys.argv[1], json.loads(sys.argv[2])))',
            call?.at(-1) ?? '',
            JSON.stringify(answer),
          ],
          { encoding: 'utf8' },
        ).stdout.trim();
      const found = { StateValue: 'OK', AlarmActions: ['arn:topic'] };
      for (const answer of [
        { MetricAlarms: [found], CompositeAlarms: [] },
        { MetricAlarms: [], CompositeAlarms: [found] },
      ]) {
        expect(query(calls[0], answer)).toBe('arn:topic');
        expect(query(calls[1], answer)).toBe('OK');
      }
    });

    test('of which one that is wrong is found', () => {
      expect(
        problemsOf([
          ['cloudwatch', 'set-alarm-stat', '--alarm-name', 'a'],
          [
            'cloudwatch',
            'set-alarm-state',
            '--alarm-name',
            'a',
            '--state-value',
            'ALRAM',
            '--state-reason',
            'b',
          ],
          ['cloudwatch', 'set-alarm-state', '--alarm-name', 'a', '--state-value', 'OK'],
          ['cloudwatch', 'describe-alarms', '--alarm-nam', 'a'],
          ['cloudwatch', 'describe-alarms', '--query', '[MetricAlarms'],
          ['cloudwotch', 'describe-alarms'],
        ]),
      ).toEqual([
        expect.stringMatching(/: cloudwatch has no command set-alarm-stat$/),
        expect.stringMatching(/: --state-value takes one of OK, ALARM, INSUFFICIENT_DATA, not ALRAM$/),
        expect.stringMatching(/: cloudwatch set-alarm-state needs --state-reason$/),
        expect.stringMatching(/: cloudwatch describe-alarms has no option --alarm-nam$/),
        expect.stringMatching(/: --query '\[MetricAlarms' does not parse: /),
        expect.stringMatching(/: cloudwotch is no service$/),
      ]);
    });
  });
});

describe('the command', () => {
  async function printed(options: Parameters<typeof testAlarm>[1]): Promise<string> {
    const lines: string[] = [];
    const write = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => lines.push(String(text)) > 0);
    await testAlarm('production', options);
    write.mockRestore();
    return lines.join('');
  }

  test('prints the steps in order, and that it changes nothing', async () => {
    expect(await printed({ alarm: 'shop-down' })).toMatch(
      /production-operations-shop-down in us-east-1.*changes nothing[^]*1\. Check[^]*list-subscriptions-by-topic[^]*2\. Set the alarm off[^]*--state-value ALARM[^]*3\. Put the state back[^]*--state-value OK/,
    );
  });

  test('prints the same for scripts', async () => {
    const { deployment, tests } = JSON.parse(await printed({ json: true }));
    expect(deployment).toBe('production');
    expect(tests).toEqual(
      JSON.parse(
        JSON.stringify(
          chooseAlarms(loadDeployment('production')).map((alarm) =>
            alarmTest(loadDeployment('production'), alarm),
          ),
        ),
      ),
    );
  });
});
