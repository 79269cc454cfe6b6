import {
  secretVariables,
  type PlainEnvironment,
  type SecretEnvironment,
  type SecretVariable,
  type Variable,
} from '../../app-image/contract/environment';
import type { AiSettings } from '../../lib/deployment/schema/ai';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { DatabaseSettings } from '../../lib/deployment/schema/database';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import type { FeatureFlags } from '../../lib/deployment/schema/flags';
import type { SecretField, Stores } from '../stores';

export interface ContainerEnvironmentProps {
  /** Name of the deployment. */
  readonly name: string;
  readonly ai: AiSettings;
  readonly aws: AwsSettings;
  readonly container: ContainerSettings;
  readonly database: DatabaseSettings;
  readonly domain?: DomainSettings;
  readonly flags: FeatureFlags;
  readonly stores: Stores;
  /** Address of the target's Chroma server. @default - embeddings are searched in the process */
  readonly chromaUrl?: string;
  /**
   * Proxies in front of the container that add to X-Forwarded-For: CloudFront and a load balancer
   * are two. One too many lets a client choose the address it is limited by.
   */
  readonly trustedProxyHops: number;
}

/** What a container is started with, whatever starts it. */
export interface ContainerEnvironment {
  readonly plain: Readonly<Record<string, string>>;
  /** Reaches the container through Secrets Manager; the values never stand in a template. */
  readonly secret: Readonly<Record<string, SecretField>>;
}

/**
 * The contract's variables under the names the image reads them by, and what the deployment file adds.
 * `container.environment` comes last, so that it can also tune the contract's own (`RATE_LIMIT_PER_DAY`).
 * @throws when a variable is asked for that this deployment has no value for, or is named twice
 */
export function containerEnvironment(props: ContainerEnvironmentProps): ContainerEnvironment {
  const { container } = props;
  const plain: Record<string, string | undefined> = plainEnvironment(props);
  const secret: Partial<Record<Variable, SecretField>> = secretEnvironment(props.stores);

  const named = renamed({ ...plain, ...secret }, container.variables);
  const environment = {
    plain: { ...pick(named, isText), ...container.environment },
    secret: { ...pick(named, isSecret), ...props.stores.containerSecrets },
  };
  refuseBothKinds(environment);
  return environment;
}

function plainEnvironment(props: ContainerEnvironmentProps): PlainEnvironment {
  const { ai, aws, container, database, domain, flags, stores, chromaUrl } = props;
  return {
    NODE_ENV: 'production',
    DEPLOYMENT: props.name,
    PORT: String(container.port),
    PUBLIC_URL: domain && `https://${domain.name}`,
    CORS_ORIGINS: domain && [domain.name, ...domain.aliases].map((name) => `https://${name}`).join(),
    TRUSTED_PROXY_HOPS: String(props.trustedProxyHops),
    DATABASE_HOST: stores.database.host,
    DATABASE_PORT: stores.database.port,
    DATABASE_NAME: stores.database.name,
    DATABASE_POOL_CONNECTIONS: String(database.pool.connections),
    DATABASE_POOL_OVERFLOW: String(database.pool.overflow),
    DATABASE_POOL_RECYCLE_SECONDS: String(database.pool.recycleSeconds),
    CACHE_URL: stores.cache?.url,
    VECTORS: chromaUrl ? 'chroma' : 'embedded',
    CHROMA_URL: chromaUrl,
    AI_PROVIDER: 'bedrock',
    AI_MODEL_ID: ai.model,
    AI_GUARDRAIL: ai.guardrail && `${ai.guardrail.id}:${ai.guardrail.version}`,
    AI_MONTHLY_TOKEN_BUDGET: String(ai.monthlyTokenBudget),
    EMBEDDINGS: 'titan',
    AWS_REGION: aws.region,
    BACKUP_BUCKET: stores.backups.bucketName,
    FEATURE_FLAGS: featureFlags(flags),
  };
}

function featureFlags(flags: FeatureFlags): string | undefined {
  const states = Object.entries(flags).map(
    ([flag, state]) => `${flag}=${typeof state === 'number' ? `${state}%` : state ? 'on' : 'off'}`,
  );
  return states.length > 0 ? states.join() : undefined;
}

function secretEnvironment({ database, jwtSecret, cache }: Stores): SecretEnvironment<SecretField> {
  return {
    DATABASE_USER: { secret: database.login, key: 'username' },
    DATABASE_PASSWORD: { secret: database.login, key: 'password' },
    DATABASE_URL: { secret: database.login, key: 'url' },
    JWT_SECRET: { secret: jwtSecret },
    CACHE_AUTH_TOKEN: cache && { secret: cache.authToken },
  };
}

type Value = string | SecretField | undefined;

function renamed(
  contract: Partial<Record<string, Value>>,
  variables: Readonly<Record<string, Variable>> | undefined,
): Record<string, Value> {
  if (!variables) return contract;
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      const value = contract[variable];
      if (value === undefined) throw new Error(unavailable(name, variable));
      return [name, value];
    }),
  );
}

function unavailable(name: string, variable: Variable): string {
  const remedy = isSecretVariable(variable)
    ? `put ${name} into container.secrets`
    : `put ${name} into container.environment`;
  return `container.variables.${name}: ${variable} has no value in this deployment; remove the line or ${remedy}`;
}

function refuseBothKinds({ plain, secret }: ContainerEnvironment): void {
  const twice = Object.keys(plain).filter((name) => name in secret);
  if (twice.length > 0) {
    throw new Error(
      `container: ${twice.join(', ')} would be set both in the open and from Secrets Manager; keep one of the two`,
    );
  }
}

const isText = (value: Value): value is string => typeof value === 'string';
const isSecret = (value: Value): value is SecretField => typeof value === 'object';
const isSecretVariable = (variable: Variable): variable is SecretVariable => variable in secretVariables;

function pick<T extends Value>(
  from: Readonly<Record<string, Value>>,
  accepts: (value: Value) => value is T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(from).filter((entry): entry is [string, T] => accepts(entry[1])));
}
