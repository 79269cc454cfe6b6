import { problemsOf, smallest, testRules } from '../rule-cases';

const open = (environment: Record<string, string>) => ({ container: { variables: {}, environment } });

testRules('debug mode', [
  {
    rule: 'C3: the bundled image writes no debug logs',
    passes: { container: { environment: { LOG_LEVEL: 'info' } } },
    fails: { container: { environment: { LOG_LEVEL: 'debug' } } },
    at: 'container.environment.LOG_LEVEL',
    because: 'must be info or less detailed: debug logs show personal data, and they cost $0.50 a GB',
    instead: "LOG_LEVEL: 'info'; a deployment with schedule, which is not production, may write debug logs",
  },
  {
    rule: 'a deployment that is not production may write them, and its values are checked all the same',
    passes: { container: { environment: { LOG_LEVEL: 'trace' } }, schedule: { start: 7, stop: 17 } },
    fails: { container: { environment: { LOG_LEVEL: 'loud' } }, schedule: { start: 7, stop: 17 } },
    at: 'container.environment.LOG_LEVEL',
    because:
      "must be one of 'fatal', 'error', 'warn', 'info', 'debug', 'trace', or the server does not start",
    instead: 'a value of that form, or leave it out',
  },
  {
    rule: 'C3: debug mode is off, also where debug logs are allowed',
    passes: { ...open({ FLASK_DEBUG: '0' }), schedule: { start: 7, stop: 17 } },
    fails: { ...open({ FLASK_DEBUG: '1' }), schedule: { start: 7, stop: 17 } },
    at: 'container.environment.FLASK_DEBUG',
    because: 'must be off: debug mode shows source code and settings to everyone who causes an error',
    instead: "no FLASK_DEBUG, or FLASK_DEBUG: 'false'",
  },
  {
    rule: 'C3: frameworks run in production mode',
    passes: open({ NODE_ENV: 'production' }),
    fails: open({ NODE_ENV: 'development' }),
    at: 'container.environment.NODE_ENV',
    because: 'must be production: other modes switch debugging on and caches off',
    instead: "NODE_ENV: 'production'",
  },
]);

const found = (name: string, value: string) => problemsOf({ ...smallest, ...open({ [name]: value }) }).length;

test.each([
  ['LOG_LEVEL', 'DEBUG'],
  ['LOG_LEVEL', 'trace'],
  ['LOGLEVEL', 'verbose'],
  ['APP_LOG_LEVEL', 'silly'],
  ['LOGGING_LEVEL', 'ALL'],
  ['log_level', 'finest'],
  ['RUST_LOG', 'info,shop=debug'],
  ['DEBUG', '1'],
  ['DEBUG', 'express:*'],
  ['APP_DEBUG', 'true'],
  ['DJANGO_DEBUG_MODE', 'on'],
  ['FLASK_ENV', 'dev'],
  ['RAILS_ENV', 'test'],
  ['APP_ENV', 'local'],
  ['ASPNETCORE_ENVIRONMENT', 'Development'],
])('C3: %s=%s is refused', (name, value) => {
  expect(found(name, value)).toBe(1);
});

test.each([
  ['LOG_LEVEL', 'info'],
  ['LOG_LEVEL', 'warning'],
  ['BACKLOG_LEVELS', 'debug'],
  ['CATALOG_LEVEL', 'debug'],
  ['LOG_LEVEL', 'nodebug'],
  ['RUST_LOG', 'info'],
  ['DEBUG', ''],
  ['DEBUG', 'false'],
  ['DEBUG', 'off'],
  ['DEBUG', 'no'],
  ['DEBUG', 'None'],
  ['DEBUGGER', 'on'],
  ['MYDEBUG', '1'],
  ['NODE_ENV', 'production'],
  ['APP_ENV', 'staging'],
  ['APP_ENV', 'devices'],
  ['APP_ENV', 'contest'],
  ['APP_ENVIRON', 'dev'],
  ['MY_ASPNETCORE_ENVIRONMENT', 'dev'],
  ['MY_NODE_ENV', 'development'],
  ['ENVIRONMENT', 'dev'],
])('%s=%s is no debug mode', (name, value) => {
  expect(found(name, value)).toBe(0);
});

test('a secret of such a name is left alone', () => {
  const secrets = { FLASK_DEBUG: { generate: 32 } };
  expect(problemsOf({ ...smallest, container: { secrets } })).toEqual([]);
});
