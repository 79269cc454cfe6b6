import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { queries, queryNames, type QueryLog } from '../../lib/alarms/queries';
import { alarmNames, compositeNames, definitions, metricAlarmNames } from '../../lib/alarms/registry';
import { sectionOf } from '../../lib/alarms/runbook-section';
import { loadDeployment, parseDeployment, type Deployment } from '../../lib/deployment';
import production from '../../deployments/production';
import type { PlannedStack } from '../../lib/plan/assembly';
import { plannedStacks } from '../setup/summary';
import { headingsIn, linksIn } from './markdown';
import { describeWithModels, problemsWith, runBlocks, type Call } from './shell-page';

const page = readFileSync(join(__dirname, '../../docs/runbook.md'), 'utf8');

interface Section {
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly string[];
}

/** By heading; the text ends at the next heading of any level. A comment of the shell is none. */
const sections: readonly Section[] = page
  .split(/^(```[^]*?^```)/m)
  .map((part) => (part.startsWith('```') ? part : part.replace(/^#{1,3} /gm, '\0')))
  .join('')
  .split('\0')
  .slice(1)
  .map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const text = lines.join('\n');
    return { title, text, blocks: [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, code = '']) => code) };
  });
const sectionNamed = (name: string) => sections.find(({ title }) => title === name);
/** Sections about something else than an alarm; alarms have a hyphen in their name and no space. */
const isAboutAlarm = ({ title }: Section) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(title);

describe('every alarm', () => {
  test('has a section under its own name; the windows of an objective have that of their composite alarm', () => {
    expect(alarmNames.filter((name) => !sectionNamed(sectionOf(name)))).toEqual([]);
    const elsewhere = metricAlarmNames.filter((name) => sectionOf(name) !== name);
    expect(elsewhere).toHaveLength(12);
    for (const name of elsewhere) expect(sectionOf(name)).toBe(definitions[name].notifiedBy);
    expect(compositeNames.filter((name) => sectionOf(name) !== name)).toEqual([]);
  });

  test('has the anchor that its message links to', () => {
    const anchors = [
      ...headingsIn(page).map(({ anchor }) => anchor),
      ...[...page.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id),
    ];
    expect(alarmNames.filter((name) => !anchors.includes(name))).toEqual([]);
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    for (const name of metricAlarmNames.filter((window) => sectionOf(window) !== window))
      expect(sectionNamed(sectionOf(name))?.text).toContain(`<a id="${name}"></a>`);
  });
});

test('every section with the name of an alarm belongs to one', () => {
  const names: readonly string[] = alarmNames;
  expect(sections.filter(isAboutAlarm).length).toBeGreaterThan(30);
  expect(sections.filter(isAboutAlarm).filter(({ title }) => !names.includes(title))).toEqual([]);
});

test.each(sections.filter(isAboutAlarm))(
  '$title says what to look at, likely causes, the fix and the end',
  ({ text, blocks }) => {
    const labels = ['**First look.**', '**Likely causes.**', '**Fix.**', '**Over when**'];
    const places = labels.map((label) => text.indexOf(label));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    // The meaning comes first.
    expect(
      text
        .slice(0, places[0])
        .replaceAll(/<a [^>]*><\/a>/g, '')
        .trim(),
    ).not.toBe('');
    expect(blocks.length).toBeGreaterThan(0);
  },
);

describe('the queries', () => {
  const used = [...page.matchAll(/\b(edge )?query '([a-z ]+)'/g)].map(([, edge, name = '']) => ({
    edge,
    name,
  }));
  const isQuery = (name: string): name is keyof typeof queries => name in queries;

  test('that the page runs are those of the stack', () => {
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter(({ name }) => !isQuery(name))).toEqual([]);
  });

  test('of the edge run in its region, and the others in that of the deployment', () => {
    const atTheEdge = (name: string) =>
      isQuery(name) && queries[name].logs.some((log: QueryLog) => log === 'access' || log === 'firewall');
    expect(used.filter(({ edge, name }) => (edge !== undefined) !== atTheEdge(name))).toEqual([]);
  });

  test('are all in the table, with what they show', () => {
    const rows = [...page.matchAll(/^\| `([a-z ]+)` +\| (.+?) +\| [a-z0-9-]+ +\|$/gm)];
    expect(rows.map(([, name, shows]) => [name, shows])).toEqual(
      queryNames.map((name) => [name, queries[name].shows]),
    );
  });
});

describe('the shell commands', () => {
  const [setUp = ''] = sectionNamed('Set up the shell')?.blocks ?? [];
  const as = (target: string, region = 'eu-west-1') =>
    setUp.replace(
      'DEPLOYMENT=production TARGET=fargate AWS_REGION=us-east-1',
      `DEPLOYMENT=shop TARGET=${target} AWS_REGION=${region}`,
    );
  const withCommands = sections.filter(({ blocks }) => blocks.length > 0);
  const ran = withCommands.map(({ title, blocks }) => ({
    title,
    ...runBlocks(as('fargate'), ...(title === 'Set up the shell' ? blocks.slice(1) : blocks)),
  }));
  const calls = ran.flatMap((each) => each.calls);

  test('run in bash, with every variable set', () => {
    expect(ran.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
    expect(calls.length).toBeGreaterThan(200);
  });

  describeWithModels('and the models of the AWS CLI', (python) => {
    test('are calls that the AWS CLI has, with answers that have the fields', () => {
      const mentioned = [...page.replace(/^```[^]*?^```/gm, '').matchAll(/`(aws [^`]+)`/g)].flatMap(
        ([, line = '']) => runBlocks(`DB=db CLUSTER=cluster CHROMA=chroma`, line).calls,
      );
      expect(mentioned.length).toBeGreaterThan(3);
      const all = [
        ...calls.map(({ argv }) => ({ argv, whole: true })),
        ...mentioned.map(({ argv }) => ({ argv, whole: false })),
      ];
      expect(problemsWith(python, all)).toEqual([]);
    });

    test.each([
      [['rds', 'describe-db-instance'], 'rds has no command describe-db-instance'],
      [
        ['rds', 'describe-db-instances', '--instance', 'db'],
        'rds describe-db-instances has no option --instance',
      ],
      [['rds', 'describe-events', '--source-type', 'database'], '--source-type takes one of'],
      [['ecs', 'stop-task'], 'ecs stop-task needs --task'],
      [['ecs', 'list-tasks', '--query', 'tasks'], '--query names tasks, which the answer does not have'],
      [['ecs', 'list-tasks', '--query', 'taskArns['], 'does not parse'],
      [['rds', 'wait', 'db-instance-there'], 'rds has no waiter db-instance-there'],
      [['logs', 'tail', '--since', '1h'], 'takes 1 words before its options'],
    ])('of another form than %j are found', (argv, problem) => {
      expect(problemsWith(python, [{ argv, whole: true }])).toEqual([expect.stringContaining(problem)]);
    });
  });

  test('of the edge run in us-east-1, the others in the region of the deployment', () => {
    const regionsOf = (command: string) =>
      new Set(calls.filter(({ argv }) => argv[1] === command).map(({ region }) => region));
    expect([...regionsOf('describe-certificate')]).toEqual(['us-east-1']);
    expect([...regionsOf('describe-db-instances')]).toEqual(['eu-west-1']);
  });

  test.each(['fargate', 'ec2', 'express', 'apprunner'])('find the service of %s', (target) => {
    const { status, stdout } = runBlocks(as(target), 'echo "$SERVICE $CLUSTER"; restart');
    expect(status).toBe(0);
    expect(stdout).toBe('physical-id physical-id\nanswer\n');
  });

  test('put the id of a request into its query', () => {
    const { calls: made } = runBlocks(
      as('fargate'),
      `definition_of() { aws "$@"; }; REQUEST_ID=abc-123`,
      `aws() { [ "$2" = describe-query-definitions ] && echo 'filter REQUEST_ID'; printf '%s\\0' "$#" "$AWS_REGION" "$@" >> "$CALLS"; }`,
      `query 'one request' 24`,
    );
    const started = made.find(({ argv }) => argv[1] === 'start-query')?.argv ?? [];
    expect(started[started.indexOf('--query-string') + 1]).toBe('filter abc-123');
    const time = (option: string) => Number(started[started.indexOf(option) + 1]);
    expect(time('--end-time') - time('--start-time')).toBe(24 * 3600);
  });

  describe('name resources that a deployment has', () => {
    const withWebhook: Deployment = parseDeployment({
      ...production,
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
      alarms: {
        webhook: { secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook-AbCdEf' },
      },
    });
    const stacks = [
      withWebhook,
      ...['economy', 'mvp', 'mvp-express'].map((name) => loadDeployment(name)),
    ].map(plannedStacks);

    /** What `resource STACK TYPE BEGINNING` asks for, once each. */
    const asked = [...new Set(calls.flatMap(askedFor).map((each) => JSON.stringify(each)))].map(
      (each) => JSON.parse(each) as [stack: string, type: string, beginning: string],
    );

    test('in some stack of that name', () => {
      expect(asked.length).toBeGreaterThan(10);
      const missing = asked.filter(
        ([stack, type, beginning]) =>
          !stacks.some((deployment) => matching(deployment, stack, type, beginning) === 1),
      );
      expect(missing).toEqual([]);
    });

    test('and one of them alone in each deployment that has it', () => {
      const several = asked.filter(([stack, type, beginning]) =>
        stacks.some((deployment) => matching(deployment, stack, type, beginning) > 1),
      );
      expect(several).toEqual([]);
    });
  });
});

function askedFor({ argv }: Call): [string, string, string][] {
  if (argv[1] !== 'list-stack-resources') return [];
  const stack = argv[argv.indexOf('--stack-name') + 1] ?? '';
  const expression = argv[argv.indexOf('--query') + 1] ?? '';
  const [, type = '', beginning = ''] =
    /ResourceType=='([^']+)' && starts_with\(LogicalResourceId, '([^']*)'\)/.exec(expression) ?? [];
  return [[stack.replace(/^shop-/, '').replace(/^edge-.*/, 'edge'), type, beginning]];
}

function matching(stacks: readonly PlannedStack[], stack: string, type: string, beginning: string): number {
  const { template } = stacks.find(({ id }) => id === stack) ?? {};
  return Object.entries(template?.Resources ?? {}).filter(
    ([id, { Type }]) => Type === type && id.startsWith(beginning),
  ).length;
}

test('every link of the page to itself leads to a heading', () => {
  const anchors = headingsIn(page).map(({ anchor }) => `#${anchor}`);
  const own = linksIn(page).filter((link) => link.startsWith('#'));
  expect(own.length).toBeGreaterThan(30);
  expect(own.filter((link) => !anchors.includes(link))).toEqual([]);
});
