import { problemsOf, reported, smallest, testRules } from '../rule-cases';

testRules('environment', [
  {
    rule: 'a name is a variable or a secret, not both',
    passes: { container: { environment: { MAIL_HOST: 'mail' }, secrets: { MAIL_LOGIN: { generate: 32 } } } },
    fails: { container: { environment: { MAIL_LOGIN: 'shop' }, secrets: { MAIL_LOGIN: { generate: 32 } } } },
    at: 'container.environment.MAIL_LOGIN',
    because: 'must differ from every name in container.secrets, which has it as well',
    instead: 'MAIL_LOGIN in container.secrets only',
  },
  {
    rule: 'a name the contract fills is not stated again',
    passes: { container: { variables: { DB: 'DATABASE_URL' }, environment: { SHOP: 'a' } } },
    fails: { container: { variables: { DB: 'DATABASE_URL' }, environment: { DB: 'a' } } },
    at: 'container.environment.DB',
    because: 'must differ from every name in container.variables, whose values the deployment sets',
    instead: 'another name, or take it out of container.variables',
  },
  {
    rule: 'what the deployment decides is not overridden',
    passes: { container: { environment: { RATE_LIMIT_PER_DAY: '400' } } },
    fails: { container: { environment: { PORT: '3000' } } },
    at: 'container.environment.PORT',
    because: 'must not be stated: the deployment sets it from its own fields',
    instead: 'no PORT here; change the field it comes from, or state container.variables without it',
  },
  {
    rule: 'a secret of the contract is not overridden either',
    passes: { container: { secrets: { ERROR_TRACKER_DSN: { generate: 32 } } } },
    fails: { container: { secrets: { JWT_SECRET: { generate: 64 } } } },
    at: 'container.secrets.JWT_SECRET',
    because: 'must not be stated: the deployment sets it from its own fields',
    instead: 'no JWT_SECRET here; change the field it comes from, or state container.variables without it',
  },
  {
    rule: 'settings of the bundled image have values its server takes',
    passes: { container: { environment: { LOG_LEVEL: 'warn' } } },
    fails: { container: { environment: { LOG_LEVEL: 'loud' } } },
    at: 'container.environment.LOG_LEVEL',
    because:
      "must be one of 'fatal', 'error', 'warn', 'info', 'debug', 'trace', or the server does not start",
    instead: 'a value of that form, or leave it out',
  },
  {
    rule: 'CORS names its origins and is never *',
    passes: { container: { environment: { CORS_ORIGINS: 'https://www.example.com' } } },
    fails: { container: { environment: { CORS_ORIGINS: '*' } } },
    at: 'container.environment.CORS_ORIGINS',
    because: 'must hold: names origins one by one; `*` would let any site act for a signed-in customer',
    instead: 'a value of that form, or leave it out',
  },
  {
    rule: 'names the platform sets are left to it',
    passes: { container: { environment: { ECSTASY: 'allowed' } } },
    fails: { container: { environment: { AWS_EXECUTION_ENV: 'mine' } } },
    at: 'container.environment.AWS_EXECUTION_ENV',
    because: 'must not be stated: the platform sets it in every container',
    instead: 'no AWS_EXECUTION_ENV here; the region and the role are there without it',
  },
  {
    rule: 'the database is never a file in the container',
    passes: { container: { variables: {}, environment: { DB_NAME: 'shop' } } },
    fails: { container: { variables: {}, environment: { DATABASE_URL: 'sqlite:////tmp/shop.db' } } },
    at: 'container.environment.DATABASE_URL',
    because: 'must not be a database file: it is lost with the task, and every task has another one',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'the database is never a server in the container',
    passes: { container: { variables: { DATABASE_HOST: 'DATABASE_HOST' } } },
    fails: { container: { variables: {}, environment: { DATABASE_HOST: 'localhost' } } },
    at: 'container.environment.DATABASE_HOST',
    because: 'must not be in the container itself, where no database, cache or broker runs',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'neither is Chroma',
    passes: { container: { variables: { CHROMA: 'CHROMA_URL' } } },
    fails: { container: { variables: {}, environment: { CHROMA_URL: 'http://127.0.0.1:8000' } } },
    at: 'container.environment.CHROMA_URL',
    because: 'must not be in the container itself, where no database, cache or broker runs',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
]);

test.each(['postgresql://localhost/shop', '[::1]', 'redis://127.0.0.1:6379', '/srv/shop.sqlite3'])(
  '%s is a store in the container',
  (value) => {
    const container = { variables: {}, environment: { CACHE_DATABASE: value } };
    expect(problemsOf({ ...smallest, container })).toHaveLength(1);
  },
);

test.each([
  ['AWS_REGION', 'eu-west-1', 'must not be stated: the platform sets it in every container'],
  ['AWS_DEFAULT_REGION', 'x', 'must not be stated: the platform sets it in every container'],
  ['ECS_AGENT_URI', 'x', 'must not be stated: the platform sets it in every container'],
  ['AWS_CONTAINER_X', 'x', 'must not be stated: the platform sets it in every container'],
  ['AWSAPPRUNNER_X', 'x', 'must not be stated: the platform sets it in every container'],
  ['JWT_SECRET', 'hush', 'must not be stated: the deployment sets it from its own fields'],
  [
    'DATABASE_URL',
    'postgres://a:b@localhost/x',
    'must not be stated: the deployment sets it from its own fields',
  ],
])('%s=%s has one problem, not several that contradict each other', (name, value, rule) => {
  const problems = problemsOf({ ...smallest, container: { environment: { [name]: value } } });
  expect(problems.map((problem) => problem.rule)).toEqual([rule]);
});

test.each(['AWS_REGIONS', 'MY_ECS_CLUSTER', 'AWS_PROFILE_NAME'])('%s is no name of the platform', (name) => {
  expect(problemsOf({ ...smallest, container: { environment: { [name]: 'x' } } })).toEqual([]);
});

test('a name in environment and secrets is reported once, where it is in the open', () => {
  const container = { environment: { MAIL_LOGIN: 'a' }, secrets: { MAIL_LOGIN: { generate: 32 } } };
  expect(problemsOf({ ...smallest, container }).map(({ path }) => path)).toEqual([
    'container.environment.MAIL_LOGIN',
  ]);
});

test('a secret of the same name as a renamed variable is reported', () => {
  const container = { variables: { TOKEN: 'JWT_SECRET' }, secrets: { TOKEN: { generate: 32 } } } as const;
  expect(problemsOf({ ...smallest, container }).map(({ path }) => path)).toEqual(['container.secrets.TOKEN']);
});

test('an entry that is wrong by itself does not hide what is wrong with the others', () => {
  const container = { environment: { WORKERS: 4, PORT: '1', A_TOKEN: 'hush' } };
  expect(problemsOf({ ...smallest, container }).map(({ path }) => path)).toEqual([
    'container.environment.WORKERS',
    'container.environment.PORT',
    'container.environment.A_TOKEN',
  ]);
});

test.each([
  ['RATE_LIMIT_PER_DAY', '0'],
  ['RATE_LIMIT_PER_HOUR', 'many'],
  ['METRICS', 'yes'],
])('the bundled image does not start with %s=%s', (name, value) => {
  const [problem] = problemsOf({ ...smallest, container: { environment: { [name]: value } } });
  expect(problem?.rule).toMatch(/^must be .*, or the server does not start$/);
});

test('another image may have settings of the same name with values of its own', () => {
  const container = { variables: {}, environment: { METRICS: 'yes', LOG_LEVEL: 'loud' } };
  expect(problemsOf({ ...smallest, container })).toEqual([]);
});

test('variables fit the task definition, whose limit is 64 KiB', () => {
  const environment = (bytes: number) => ({ GREETING: 'ö'.repeat((bytes - 'GREETING'.length) / 2) });
  expect(reported({ container: { environment: environment(48 * 1024) } })).toEqual([]);
  expect(reported({ container: { environment: environment(48 * 1024 + 2) } })).toEqual([
    [
      'container.environment',
      'must have at most 49152 bytes in names and values, not 49154: ECS takes task definitions of 64 KiB at most',
      'large settings in a file of the image or in S3',
    ],
  ]);
});
