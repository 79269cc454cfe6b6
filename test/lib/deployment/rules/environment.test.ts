import { problemsOf, smallest, testRules } from '../rule-cases';

testRules('environment', [
  {
    rule: 'a name is a variable or a secret, not both',
    passes: { container: { environment: { MAIL_HOST: 'mail' }, secrets: { MAIL_LOGIN: { generate: 32 } } } },
    fails: { container: { environment: { MAIL_LOGIN: 'shop' }, secrets: { MAIL_LOGIN: { generate: 32 } } } },
    at: 'container.environment.MAIL_LOGIN',
    because: /same name as an entry of container\.secrets/,
    instead: /only the one in container\.secrets/,
  },
  {
    rule: 'a name the contract fills is not stated again',
    passes: { container: { variables: { DB: 'DATABASE_URL' }, environment: { SHOP: 'a' } } },
    fails: { container: { variables: { DB: 'DATABASE_URL' }, environment: { DB: 'a' } } },
    at: 'container.environment.DB',
    because: /container\.variables/,
    instead: /another name/,
  },
  {
    rule: 'what the deployment decides is not overridden',
    passes: { container: { environment: { RATE_LIMIT_PER_DAY: '400' } } },
    fails: { container: { environment: { PORT: '3000' } } },
    at: 'container.environment.PORT',
    because: /set by the deployment/,
    instead: /no PORT here/,
  },
  {
    rule: 'a secret of the contract is not overridden either',
    passes: { container: { secrets: { ERROR_TRACKER_DSN: { generate: 32 } } } },
    fails: { container: { secrets: { JWT_SECRET: { generate: 64 } } } },
    at: 'container.secrets.JWT_SECRET',
    because: /set by the deployment/,
    instead: /no JWT_SECRET here/,
  },
  {
    rule: 'settings of the bundled image have values its server takes',
    passes: { container: { environment: { LOG_LEVEL: 'debug' } } },
    fails: { container: { environment: { LOG_LEVEL: 'loud' } } },
    at: 'container.environment.LOG_LEVEL',
    because: /one of 'fatal'.*refuse to start/,
    instead: /of that form/,
  },
  {
    rule: 'CORS names its origins and is never *',
    passes: { container: { environment: { CORS_ORIGINS: 'https://www.example.com' } } },
    fails: { container: { environment: { CORS_ORIGINS: '*' } } },
    at: 'container.environment.CORS_ORIGINS',
    because: /would let any site act/,
    instead: /of that form/,
  },
  {
    rule: 'names the platform sets are left to it',
    passes: { container: { environment: { ECSTASY: 'allowed' } } },
    fails: { container: { environment: { AWS_EXECUTION_ENV: 'mine' } } },
    at: 'container.environment.AWS_EXECUTION_ENV',
    because: /platform sets/,
    instead: /another name/,
  },
  {
    rule: 'the database is never a file in the container',
    passes: { container: { variables: {}, environment: { DB_NAME: 'shop' } } },
    fails: { container: { variables: {}, environment: { DATABASE_URL: 'sqlite:////tmp/shop.db' } } },
    at: 'container.environment.DATABASE_URL',
    because: /database file in the container.*every task has another/,
    instead: /container\.variables/,
  },
  {
    rule: 'the database is never a server in the container',
    passes: { container: { variables: { DATABASE_HOST: 'DATABASE_HOST' } } },
    fails: { container: { variables: {}, environment: { DATABASE_HOST: 'localhost' } } },
    at: 'container.environment.DATABASE_HOST',
    because: /store in the container itself/,
    instead: /container\.variables/,
  },
  {
    rule: 'neither is Chroma',
    passes: { container: { variables: { CHROMA: 'CHROMA_URL' } } },
    fails: { container: { variables: {}, environment: { CHROMA_URL: 'http://127.0.0.1:8000' } } },
    at: 'container.environment.CHROMA_URL',
    because: /store in the container itself/,
    instead: /Chroma through container\.variables/,
  },
]);

test.each(['postgresql://localhost/shop', '[::1]', 'redis://127.0.0.1:6379', '/srv/shop.sqlite3'])(
  '%s is a store in the container',
  (value) => {
    const container = { variables: {}, environment: { CACHE_DATABASE: value } };
    expect(problemsOf({ ...smallest, container })).toHaveLength(1);
  },
);
