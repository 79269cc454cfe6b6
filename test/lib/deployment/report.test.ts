import { DeploymentError, parseDeployment } from '../../../lib/deployment';
import { problemsOf, smallest } from './rule-cases';

/** Nine mistakes that have nothing to do with each other, in fields, in keys and between fields. */
const nineMistakes = {
  name: 'Shop One',
  aws: { region: 'Ireland' },
  container: { healtPath: '/up', environment: { MAIL_PASSWORD: 'hush' } },
  targets: { fargate: { tasks: { min: 6, max: 4 }, rollout: 'rollin' } },
  live: 'ec2',
  database: { backupRetentionDays: 90, storageGiB: 100, maxStorageGiB: 100 },
  edge: { cdn: false },
};

test('one report has every problem, also between fields while other fields are wrong', () => {
  expect(problemsOf(nineMistakes).map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'name',
      'aws.region',
      'container.healtPath',
      'container.environment.MAIL_PASSWORD',
      'targets.fargate.tasks.max',
      'targets.fargate.rollout',
      'live',
      'database.backupRetentionDays',
      'database.maxStorageGiB',
      'edge.cdn',
    ]),
  );
});

test('each problem says what was found, the rule and what to write instead', () => {
  for (const problem of problemsOf(nineMistakes))
    for (const part of [problem.path, problem.found, problem.rule, problem.instead])
      expect(part).toMatch(/\S/);
});

test('the report follows the order of the fields, with unknown ones last', () => {
  const paths = problemsOf({ ...nineMistakes, colour: 'red' }).map(({ path }) => path.split('.')[0]);
  expect([...new Set(paths)]).toEqual([
    'name',
    'aws',
    'container',
    'targets',
    'live',
    'database',
    'edge',
    'colour',
  ]);
});

test('a rule keeps silent about fields that are wrong by themselves', () => {
  const problems = problemsOf({
    ...smallest,
    aws: { region: 'Ireland', zones: ['eu-west-1a', 'eu-west-1b'] },
    targets: { fargate: { cpu: 300, memoryMiB: 77_777, tasks: { max: 'many' } } },
  });
  expect(problems.map(({ path }) => path)).toEqual([
    'aws.region',
    'targets.fargate.cpu',
    'targets.fargate.tasks.max',
  ]);
});

test('the report is plain text that names the file and has no stack', () => {
  expect.assertions(3);
  try {
    parseDeployment({ ...smallest, live: 'ec2' }, 'deployments/shop.ts');
  } catch (problem) {
    if (!(problem instanceof DeploymentError)) throw problem;
    expect(problem.message).toBe(
      [
        'deployments/shop.ts has 1 problem.',
        '',
        '  live',
        "    found    'ec2'",
        '    rule     must be one of the stated targets, as it receives the traffic; targets has fargate',
        "    instead  live: 'fargate', or add ec2: {} to targets",
      ].join('\n'),
    );
    expect(problem.problems).toHaveLength(1);
    expect(problem.message).not.toContain(' at ');
  }
});

describe('unknown keys', () => {
  test.each([
    ['container', { healtPath: '/up' }, 'container.healtPath', 'healthPath'],
    ['container', { health: '/up' }, 'container.health', 'healthPath'],
    ['database', { multiAZ: true }, 'database.multiAZ', 'multiAz'],
    ['edge', { waf: { requestPer5Minutes: 10 } }, 'edge.waf.requestPer5Minutes', 'requestsPer5Minutes'],
    [
      'image',
      { repository: 'shop', digset: 'x', digest: `sha256:${'0'.repeat(64)}` },
      'image.digset',
      'digest',
    ],
    ['databse', {}, 'databse', 'database'],
    ['cdn', true, 'cdn', 'edge.cdn'],
    ['aws', { region: 'eu-west-1', multiAz: true }, 'aws.multiAz', 'database.multiAz or cache.multiAz'],
  ])('%s %j: %s names the nearest known key %s', (key, value, path, nearest) => {
    expect(problemsOf({ ...smallest, [key]: value })).toEqual([
      expect.objectContaining({ path, instead: nearest }),
    ]);
  });

  test('a key that is near none lists what there is, and shows no value', () => {
    const [problem] = problemsOf({ ...smallest, colour: 'hush' });
    expect(problem?.rule).toContain('targets');
    expect(JSON.stringify(problem)).not.toContain('hush');
  });
});

describe('a field with alternatives is judged by the one that was meant', () => {
  test.each([
    ['image', { repository: 'shop', digest: 'latest' }, 'image.digest', /sha256:/],
    ['image', { repository: 'shop' }, 'image.digest', /^must be stated: sha256/],
    ['cache', { node: 't4g.mirco' }, 'cache.node', /t4g\.micro/],
    ['cache', 'nowhere', 'cache', /'none', or \{ node, multiAz \}/],
    ['edge', { waf: { enabled: false } }, 'edge.waf.optOutReason', /^must be stated: a sentence/],
    ['edge', { geo: { allow: ['Germany'] } }, 'edge.geo.allow[0]', /two-letter country code/],
    ['database', { deletionProtection: false }, 'database.deletionProtection', /optOutReason/],
    ['container', { secrets: { MAIL: { arn: 'shop/mail' } } }, 'container.secrets.MAIL.arn', /complete ARN/],
    ['container', { secrets: { MAIL: { key: 'x' } } }, 'container.secrets.MAIL', /^must be \{ generate \}/],
    ['container', { secrets: { MAIL: { generate: 8 } } }, 'container.secrets.MAIL.generate', /32 to 128/],
  ])('%s: %j', (key, value, path, rule) => {
    expect(problemsOf({ ...smallest, [key]: value })).toEqual([
      expect.objectContaining({ path, rule: expect.stringMatching(rule) }),
    ]);
  });
});

describe('what to write instead', () => {
  test.each([
    ['database', { instance: 't4g.smal' }, "'t4g.small'"],
    ['database', { backupRetentionDays: 90 }, '35'],
    ['container', { port: 0 }, '1'],
    ['aws', { region: 'Ireland' }, "a region such as 'eu-west-1'"],
    ['live', 'fargat', "'fargate'"],
    ['edge', { cdn: false }, "{ enabled: false, optOutReason: 'a sentence that says why' }"],
  ])('%s: %j', (key, value, instead) => {
    expect(problemsOf({ ...smallest, [key]: value })).toEqual([expect.objectContaining({ instead })]);
  });
});

test('a required field that is missing says what it takes', () => {
  expect(problemsOf({}).map(({ path, found }) => [path, found])).toEqual([
    ['name', 'nothing'],
    ['aws', 'nothing'],
    ['targets', 'nothing'],
    ['live', 'nothing'],
  ]);
});

test.each([[undefined], [null], ['production'], [[]]])('%j is no deployment', (input) => {
  expect(problemsOf(input)).toEqual([expect.objectContaining({ path: 'the file' })]);
});

test('a default that breaks a rule is marked as one', () => {
  const [problem] = problemsOf({ ...smallest, targets: { fargate: { cpu: 2048 } } });
  expect(problem?.found).toBe('1024 (the default)');
});

test('no report shows a secret, wherever it was written by mistake', () => {
  const secret = 'hush-hush-hush';
  const problems = problemsOf({
    ...smallest,
    apiToken: secret,
    container: {
      secrets: { SIGNING: secret },
      environment: {
        MAIL_PASSWORD: secret,
        LOG_LEVEL: `https://shop:${secret}@example.com`,
        '1_TOKEN': secret,
      },
    },
    database: { password: secret },
  });
  expect(problems.length).toBeGreaterThanOrEqual(6);
  expect(JSON.stringify(problems)).not.toContain('hush');
});
