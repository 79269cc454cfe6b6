import { plainVariables, secretVariables, type Variable } from '../../../app-image/contract/environment';
import { describe } from '../report/describe';
import type { ParsedFields } from '../schema';
import type { Rule } from './rule';

const contract: ReadonlySet<string> = new Set([
  ...Object.keys(plainVariables),
  ...Object.keys(secretVariables),
]);

/** Settings of the bundled image that no field decides, so a deployment states them as variables. */
const tunable = [
  'CORS_ORIGINS',
  'LOG_LEVEL',
  'LOG_FILE',
  'RATE_LIMIT_PER_DAY',
  'RATE_LIMIT_PER_HOUR',
  'RATE_LIMIT_CHAT_PER_MINUTE',
  'RATE_LIMIT_READS_PER_MINUTE',
  'METRICS',
  'ERROR_TRACKER_DSN',
] as const satisfies readonly Variable[];
type Tunable = (typeof tunable)[number];

function isTunable(name: string): name is Tunable {
  return (tunable as readonly string[]).includes(name);
}

/** What `environment` and `secrets` state beside the contract. */
function stated({ container }: ParsedFields): { name: string; path: string }[] {
  return (['environment', 'secrets'] as const).flatMap((part) =>
    Object.keys(container[part]).map((name) => ({ name, path: `container.${part}.${name}` })),
  );
}

/** ECS refuses a name that is both a variable and a secret, and takes either of two equal ones. */
const namesOnce: Rule = function* (deployment) {
  const { environment, secrets, variables } = deployment.container;
  for (const name of Object.keys(secrets).filter((secret) => secret in environment)) {
    yield {
      path: `container.environment.${name}`,
      rule: 'has the same name as an entry of container.secrets',
      instead: `only the one in container.secrets`,
    };
  }
  for (const { path } of stated(deployment).filter(({ name }) => name in (variables ?? {}))) {
    yield {
      path,
      rule: 'has the same name as an entry of container.variables, whose value the deployment sets',
      instead: 'another name, or take it out of container.variables',
    };
  }
};

const decidedElsewhere: Rule = function* (deployment) {
  if (deployment.container.variables) return;
  for (const { name, path } of stated(deployment)) {
    if (!contract.has(name) || isTunable(name)) continue;
    yield {
      path,
      rule: 'is set by the deployment from its own fields; a second value would win or lose by chance',
      instead: `no ${name} here; change the field it comes from, or state container.variables without it`,
    };
  }
};

/** The server would refuse the value when it starts; say so before it is deployed. */
const settingsAreValid: Rule = function* ({ container: { environment, variables } }) {
  if (variables) return;
  for (const [name, value] of Object.entries(environment)) {
    if (!isTunable(name) || name === 'ERROR_TRACKER_DSN') continue;
    const checked = plainVariables[name].safeParse(value);
    if (checked.success) continue;
    const [issue] = checked.error.issues;
    yield {
      path: `container.environment.${name}`,
      rule:
        issue?.code === 'custom'
          ? issue.message
          : `is ${describe(plainVariables[name])}; the server would refuse to start`,
      instead: 'a value of that form, or leave it out',
    };
  }
};

const reservedName = /^(ECS_|AWS_CONTAINER_|AWS_EXECUTION_ENV$|AWS_DEFAULT_REGION$|AWS_REGION$|AWSAPPRUNNER)/;

const platformNames: Rule = function* (deployment) {
  for (const { name, path } of stated(deployment)) {
    if (!reservedName.test(name)) continue;
    yield {
      path,
      rule: 'is a name the platform sets itself',
      instead: 'another name; the region and the role are there without it',
    };
  }
};

const loopback =
  /^([a-z][a-z0-9+.-]*:\/\/([^/@]*@)?)?(localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)([:/?]|$)/i;
const storeName = /(DATABASE|DB|POSTGRES|POSTGRESQL|PG|MYSQL|MONGO|REDIS|CACHE|CHROMA|SQLALCHEMY)/i;
const fileDatabase = /^(sqlite|duckdb|file)(\+\w+)?:|\.(sqlite3?|db)$/i;

/** The database is never in the application container: it would die with the task, and each task would have another. */
const noStoreInside: Rule = function* ({ container }) {
  for (const [name, value] of Object.entries(container.environment)) {
    if (!storeName.test(name)) continue;
    const reason = fileDatabase.test(value)
      ? 'is a database file in the container: it is gone with the task, and every task has another'
      : loopback.test(value)
        ? 'is a store in the container itself, where none runs'
        : undefined;
    if (!reason) continue;
    yield {
      path: `container.environment.${name}`,
      rule: reason,
      instead: `the deployment's own database, cache or Chroma through container.variables, such as { DATABASE_URL: 'DATABASE_URL' }`,
    };
  }
};

export const environmentRules: readonly Rule[] = [
  namesOnce,
  decidedElsewhere,
  settingsAreValid,
  platformNames,
  noStoreInside,
];
