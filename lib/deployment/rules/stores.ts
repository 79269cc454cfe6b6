import { basename } from 'node:path/posix';
import type { EntryCheck } from './entries';
import type { Rule } from './rule';

/** Databases with SQL, of which a deployment has PostgreSQL only. */
const relational =
  /^(?:jdbc:)?(postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|oracle|db2|cockroachdb)(?:\+\w+)?:/i;
const postgres = /^(?:jdbc:)?(postgres(?:ql)?)(?:\+\w+)?:/i;
/** Further stores and brokers that an address may name. */
const otherStore =
  /^(rediss?|valkeys?|memcached?|mongodb(?:\+srv)?|amqps?|nats|kafka|pulsar|clickhouse|neo4j|bolt|cassandra)(?:\+\w+)?:/i;
const databaseFile = /^(?:jdbc:)?(sqlite3?|duckdb|libsql|h2|derby|hsqldb)(?:\+\w+)?:|^:memory:$/i;
const fileEnding = /(^|\/)[^/]*\.(sqlite3?|db3?|duckdb)$/i;
const fileName = /(^|_)(SQLITE3?|DUCKDB)(_|$)/i;
const storeName =
  /(DATABASE|(^|_)DB|POSTGRES|(^|_)PG|MYSQL|MARIADB|MONGO|REDIS|VALKEY|CACHE|MEMCACHE|CHROMA|QDRANT|WEAVIATE|MILVUS|ELASTIC|OPENSEARCH|SQLALCHEMY|BROKER|CELERY|RABBIT|AMQP|KAFKA|NATS|STORE|QUEUE)/i;

/** The container itself, or the machine that runs it. */
const inside =
  /^(localhost(\.localdomain)?|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[?(::1|::|::ffff:127(\.\d+){3})\]?|ip6-localhost|host\.docker\.internal|host-gateway|gateway\.docker\.internal|)$/i;

/** The host of an address: `redis://user@host:1/0`, `jdbc:mysql://host/x`, `host:1`, `[::1]:1`. */
function hostOf(value: string): string | undefined {
  const rest = value.replace(/^(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\//i, '');
  const isAddress = rest !== value;
  const [authority = ''] = rest.split(/[/?#,;]/);
  const bareIpv6 = /^[0-9a-f.:]*:[0-9a-f.]*:[0-9a-f.:]*$/i.exec(authority)?.[0];
  const host = bareIpv6 ?? /^(?:.*@)?(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(authority)?.[1] ?? '';
  return host === '' && !isAddress ? undefined : host;
}

const ownStores =
  "the deployment's own through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }, { REDIS_URL: 'CACHE_URL' } or { CHROMA_URL: 'CHROMA_URL' }";

/** A database in the container is lost with the task, and each task would have its own. */
export const storeOfAnotherKind: EntryCheck = ({ part, name, value }) => {
  if (part === 'secrets') return undefined;
  if (databaseFile.test(value) || fileEnding.test(value) || (fileName.test(name) && value !== ''))
    return {
      rule: 'must not be a database file: it is lost with the task, and every task has another one',
      instead: ownStores,
    };
  if (/^file:/i.test(value) && storeName.test(name))
    return {
      rule: 'must not be a database file: it is lost with the task, and every task has another one',
      instead: ownStores,
    };
  const host = hostOf(value);
  const isStore = relational.test(value) || otherStore.test(value);
  if (host !== undefined && inside.test(host) && (isStore || storeName.test(name)))
    return {
      rule: 'must not be in the container itself, where no database, cache or broker runs',
      instead: ownStores,
    };
  if (host !== undefined && isStore && !host.includes('.') && !host.startsWith('['))
    return {
      rule: `must be an address that a task can resolve; '${host}' is a name inside a compose file or cluster`,
      instead: ownStores,
    };
  if (!relational.test(value)) return undefined;
  return {
    rule: postgres.test(value)
      ? "must not be stated in the open: the deployment's own address comes from its fields, and another database needs a login"
      : 'must not be stated in the open, and a deployment has no database but PostgreSQL',
    instead: `container.variables: { ${name}: 'DATABASE_URL' }; for a database elsewhere, container.secrets: { ${name}: { arn: 'arn:aws:secretsmanager:…' } }`,
  };
};

/** Programs that are a database, a cache or a broker. */
const servers = new Set([
  ...['postgres', 'postmaster', 'pg_ctl', 'pg_ctlcluster', 'postgresql', 'mysqld', 'mysqld_safe', 'mysql'],
  ...[
    'mariadb',
    'mariadbd',
    'mariadbd-safe',
    'redis-server',
    'redis',
    'valkey-server',
    'mongod',
    'memcached',
  ],
  ...['rabbitmq-server', 'nats-server', 'chroma', 'qdrant', 'weaviate', 'milvus', 'elasticsearch'],
  ...['opensearch', 'clickhouse-server', 'cockroach', 'etcd', 'influxd', 'neo4j'],
]);
/** Clients and tools of these programs that end by themselves. */
const clientOf = /^(mysql|chroma|mariadb|redis|cockroach)$/;
/** Programs that start the program that follows them. */
const wrapper =
  /^(exec|nohup|sudo|env|time|nice|setsid|tini|dumb-init|catatonit|su-exec|gosu|runuser|npx|service|systemctl|start|restart|docker-entrypoint\.sh|--|if|then|do|else|!)$/;

/** The program that a part of a script starts, behind wrappers, options, assignments and users. */
function programOf(words: readonly string[]): string[] {
  const [word, ...rest] = words;
  if (word === undefined) return [];
  const name = basename(word);
  if (name === 'su-exec' || name === 'gosu') return programOf(rest.slice(1));
  if (wrapper.test(name) || word.startsWith('-') || /^\w+=/.test(word)) return programOf(rest);
  return [name, ...rest];
}

/** Every program that a command starts, also those in the script of `sh -c`. */
function programs(command: readonly string[]): string[][] {
  const scripts = command.filter((word) => /\s|[;&|]/.test(word));
  const parts = scripts.flatMap((script) => script.split(/&&|\|\||[;&|()`\n{}]/));
  return [command, ...parts.map((part) => part.trim().split(/\s+/))].map(programOf);
}

function startsServer([name = '', ...words]: readonly string[]): boolean {
  if (!servers.has(name)) return false;
  return clientOf.test(name) ? words[0] === 'run' || words[0] === 'start' : true;
}

const noServerInside: Rule = function* ({ container }) {
  for (const field of ['command', 'migrateCommand'] as const) {
    const started = programs(container[field] ?? []).find(startsServer)?.[0];
    if (started === undefined) continue;
    yield {
      path: `container.${field}`,
      rule: `must not start ${started}: its data is lost with the task, and every task has its own`,
      instead: `the application's command alone, with ${ownStores}`,
    };
  }
};

export const storeRules: readonly Rule[] = [noServerInside];
