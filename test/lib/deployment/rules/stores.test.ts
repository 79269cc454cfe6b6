import { problemsOf, smallest, testRules } from '../rule-cases';

const open = (environment: Record<string, string>) => ({ container: { variables: {}, environment } });
const command = (...words: string[]) => ({ container: { command: words } });

testRules('stores', [
  {
    rule: 'a database file is refused under any name',
    passes: open({ STORE_URI: 'https://store.example.com' }),
    fails: open({ STORE_URI: 'sqlite:////data/shop' }),
    at: 'container.environment.STORE_URI',
    because: 'must not be a database file: it is lost with the task, and every task has another one',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'a name that says SQLite takes a file, whatever its ending',
    passes: open({ SQLITE_PATH: '' }),
    fails: open({ SQLITE_PATH: '/data/shop' }),
    at: 'container.environment.SQLITE_PATH',
    because: 'must not be a database file: it is lost with the task, and every task has another one',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'a broker does not run in the container',
    passes: open({ BROKER_URL: 'redis://cache.example.com:6379/0' }),
    fails: open({ BROKER_URL: 'redis://localhost' }),
    at: 'container.environment.BROKER_URL',
    because: 'must not be in the container itself, where no database, cache or broker runs',
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'a host of a compose file does not exist in the VPC',
    passes: open({ E: 'redis://redis.example.com:6379' }),
    fails: open({ E: 'redis://redis:6379' }),
    at: 'container.environment.E',
    because: "must be an address that a task can resolve; 'redis' is a name inside a compose file or cluster",
    instead:
      "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'the database is PostgreSQL',
    passes: { container: { variables: { DATABASE_URL: 'DATABASE_URL' } } },
    fails: open({ DATABASE_URL: 'mysql://db.example.com/shop' }),
    at: 'container.environment.DATABASE_URL',
    because: 'must not be stated in the open, and a deployment has no database but PostgreSQL',
    instead:
      "container.variables: { DATABASE_URL: 'DATABASE_URL' }; for a database elsewhere, container.secrets: { DATABASE_URL: { arn: 'arn:aws:secretsmanager:…' } }",
  },
  {
    rule: 'its address is not in the open',
    passes: { container: { variables: {}, secrets: { DATABASE_URL: { generate: 32 } } } },
    fails: open({ DATABASE_URL: 'postgres://db.example.com/shop' }),
    at: 'container.environment.DATABASE_URL',
    because:
      "must not be stated in the open: the deployment's own address comes from its fields, and another database needs a login",
    instead:
      "container.variables: { DATABASE_URL: 'DATABASE_URL' }; for a database elsewhere, container.secrets: { DATABASE_URL: { arn: 'arn:aws:secretsmanager:…' } }",
  },
  {
    rule: 'the command starts only the application, no database',
    passes: command('sh', '-c', 'exec gunicorn --db postgres app:app'),
    fails: command('sh', '-c', 'postgres & exec gunicorn app:app'),
    at: 'container.command',
    because: 'must not start postgres: its data is lost with the task, and every task has its own',
    instead:
      "the application's command alone, with the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
  {
    rule: 'neither does the migration',
    passes: { container: { migrateCommand: ['flask', 'db', 'upgrade'] } },
    fails: { container: { migrateCommand: ['/usr/bin/redis-server', '--daemonize', 'yes'] } },
    at: 'container.migrateCommand',
    because: 'must not start redis-server: its data is lost with the task, and every task has its own',
    instead:
      "the application's command alone, with the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }",
  },
]);

const file = 'must not be a database file: it is lost with the task, and every task has another one';
const inside = 'must not be in the container itself, where no database, cache or broker runs';
const composeName =
  /^must be an address that a task can resolve; '.*' is a name inside a compose file or cluster$/;
const otherEngine = 'must not be stated in the open, and a deployment has no database but PostgreSQL';
const inTheOpen =
  "must not be stated in the open: the deployment's own address comes from its fields, and another database needs a login";

const rulesOn = (name: string, value: string) =>
  problemsOf({ ...smallest, ...open({ [name]: value }) }).map(({ rule }) => rule);

test.each([
  ['A', 'sqlite:///x'],
  ['A', 'sqlite+aiosqlite:///x'],
  ['A', 'jdbc:h2:mem:x'],
  ['A', 'duckdb:x'],
  ['A', ':memory:'],
  ['A', './dev.db'],
  ['A', 'shop.sqlite3'],
  ['A', '/data/shop.duckdb'],
  ['DATABASE_URL', 'file:./dev'],
  ['my_sqlite_dir', '/data'],
])('%s=%s is a database file in the container', (name, value) => {
  expect(rulesOn(name, value)).toEqual([file]);
});

test.each([
  ['A', 'redis://localhost'],
  ['A', 'rediss://user@127.0.0.1:6379/0'],
  ['A', 'redis://127.9.9.9,redis://b'],
  ['A', 'redis://127.100.200.30'],
  ['A', 'amqp://host.docker.internal:5672'],
  ['A', 'mongodb://[::1]:27017/shop'],
  ['A', 'mongodb+srv://localhost/shop'],
  ['A', 'nats://0.0.0.0:4222'],
  ['A', 'memcached://shop.localhost:11211'],
  ['A', 'postgresql:///shop'],
  ['A', 'postgresql+psycopg2://localhost/shop'],
  ['A', 'jdbc:mysql://localhost:3306/shop'],
  ['REDIS_HOST', '::1'],
  ['REDIS_HOST', '[::1]'],
  ['KAFKA_BROKERS', 'localhost:9092'],
  ['CELERY_RESULT', 'http://localhost/x'],
  ['PGHOST', '127.0.0.1'],
  ['DB_HOST', '::ffff:127.0.0.1'],
  ['QDRANT_URL', 'http://ip6-localhost:6333'],
])('%s=%s is a store in the container', (name, value) => {
  expect(rulesOn(name, value)).toEqual([inside]);
});

test.each([
  ['A', 'redis://cache:6379'],
  ['A', 'postgresql://db/shop'],
  ['A', 'amqp://guest@rabbit'],
])('%s=%s names a host that no task can resolve', (name, value) => {
  expect(rulesOn(name, value)).toEqual([expect.stringMatching(composeName)]);
});

test.each([
  ['A', 'mysql://db.example.com/shop', otherEngine],
  ['A', 'mariadb+pymysql://db.example.com/shop', otherEngine],
  ['A', 'jdbc:sqlserver://db.example.com', otherEngine],
  ['A', 'postgres://db.example.com/shop', inTheOpen],
  ['A', 'postgresql+asyncpg://db.example.com/shop', inTheOpen],
  ['A', 'jdbc:postgresql://db.example.com/shop', inTheOpen],
  ['A', 'postgres://[2001:db8::1]/shop', inTheOpen],
])('%s=%s is an address in the open', (name, value, rule) => {
  expect(rulesOn(name, value)).toEqual([rule]);
});

test.each([
  ['HOST', '0.0.0.0'],
  ['BIND', 'http://localhost:3000'],
  ['DB_NAME', 'shop'],
  ['CACHE_BACKEND', 'redis'],
  ['DATABASE_PORT', '5432'],
  ['TEMPLATE', 'file:///app/x.html'],
  ['DB_HOST', 'localhost.example.com'],
  ['DB_HOST', 'db.example.com:5432'],
  ['EXTENSIONS', 'db,sqlite'],
  ['BACKUP', '/data/shop.db.gz'],
  ['NOTE', 'use :memory:'],
  ['NOTE', 'use sqlite:x'],
  ['MQ_URL', 'amqps://mq.example.com:5671'],
  ['MQ_URL', 'redis://[2001:db8::1]:6379'],
  ['NOTE', 'see postgres://'],
])('%s=%s is none', (name, value) => {
  expect(rulesOn(name, value)).toEqual([]);
});

test.each([
  ['postgres'],
  ['exec', 'postgres', '-D', '/data'],
  ['/usr/lib/postgresql/17/bin/postgres'],
  ['gosu', 'postgres', 'postgres'],
  ['su-exec', 'redis', 'redis-server'],
  ['tini', '--', 'redis-server'],
  ['env', 'A=b', 'mongod'],
  ['docker-entrypoint.sh', 'mysqld'],
  ['service', 'postgresql', 'start'],
  ['npx', 'chroma', 'run'],
  ['chroma', 'run', '--path', '/data'],
  ['sh', '-c', 'redis-server --daemonize yes && gunicorn app:app'],
  ['sh', '-c', 'sleep 1; mysqld_safe & npm start'],
  ['bash', '-lc', '(memcached -u nobody) || true'],
  ['sh', '-c', 'A=1 nohup qdrant\nexec app'],
  ['sh', '-c', 'if true; then etcd; fi'],
])('%j starts a server that the container must not have', (...words) => {
  const problems = problemsOf({ ...smallest, container: { command: words } });
  expect(problems.map(({ path, rule }) => [path, rule.replace(/start [\w-]+:/, 'start it:')])).toEqual([
    ['container.command', 'must not start it: its data is lost with the task, and every task has its own'],
  ]);
});

test.each([
  ['gunicorn', 'postgres:app'],
  ['wait-for', 'postgres', '--', 'npm', 'start'],
  ['mysql', '-h', 'db.example.com'],
  ['chroma', 'browse'],
  ['gosu', 'postgres', 'gunicorn'],
  ['sh', '-c', 'echo postgres; exec app'],
  ['sh', '-c', 'exec app postgres'],
  ['exec'],
])('%j starts none', (...words) => {
  expect(problemsOf({ ...smallest, container: { command: words } })).toEqual([]);
});
