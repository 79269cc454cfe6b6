import {
  Stack,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_ec2 as ec2,
  aws_kms as kms,
} from 'aws-cdk-lib';
import { environmentSchema } from '../../../app-image/contract/environment';
import { containerEnvironment } from '../../../constructs/application/container-environment';
import type { Stores } from '../../../constructs/stores';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { testApp, testDeployment, testInstance } from '../../setup/stack-tests';

const stack = new Stack(testApp(), 'stores');
const secret = (name: string) => secretsmanager.Secret.fromSecretNameV2(stack, name, name);
const connections = new ec2.Connections();

const stores: Stores = {
  key: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1'),
  database: {
    connections,
    host: 'database.example',
    port: '5432',
    name: 'shop',
    login: secret('login'),
    loginFunction: 'rotation',
    instance: testInstance,
  },
  cache: { connections, url: 'rediss://cache.example:6379', authToken: secret('token'), nodes: [] },
  jwtSecret: secret('jwt'),
  containerSecrets: {},
  backups: s3.Bucket.fromBucketName(stack, 'Backups', 'backups'),
  assets: s3.Bucket.fromBucketName(stack, 'Assets', 'assets'),
};

const environmentOf = (deployment: Partial<DeploymentInput> = {}, given: Partial<Stores> = {}) =>
  containerEnvironment({
    ...testDeployment(deployment),
    stores: { ...stores, ...given },
    chromaUrl: 'http://chroma.fargate.shop.internal:8000',
    trustedProxyHops: 2,
  });

describe('the bundled shop', () => {
  test('is started with an environment that its own contract takes for production', () => {
    const { plain, secret: secrets } = environmentOf();
    const filled = Object.fromEntries(Object.keys(secrets).map((name) => [name, 'x'.repeat(40)]));
    const parsed = environmentSchema.parse({ ...plain, ...filled });
    expect(parsed.NODE_ENV).toBe('production');
    expect(parsed.VECTORS).toBe('chroma');
    expect(parsed.AI_PROVIDER).toBe('bedrock');
  });

  test('knows the name of its deployment, which keeps its metrics apart from those of another', () => {
    expect(environmentOf().plain.DEPLOYMENT).toBe('shop');
    expect(environmentOf({ name: 'mvp' }).plain.DEPLOYMENT).toBe('mvp');
    expect(environmentSchema.parse({}).DEPLOYMENT).toBe('local');
  });

  test('gets each credential from Secrets Manager, the login field by field', () => {
    const { plain, secret: secrets } = environmentOf();
    expect(secrets.DATABASE_USER).toEqual({ secret: stores.database.login, key: 'username' });
    expect(secrets.DATABASE_PASSWORD).toEqual({ secret: stores.database.login, key: 'password' });
    expect(secrets.DATABASE_URL).toEqual({ secret: stores.database.login, key: 'url' });
    expect(secrets.JWT_SECRET).toEqual({ secret: stores.jwtSecret });
    expect(secrets.CACHE_AUTH_TOKEN).toEqual({ secret: stores.cache?.authToken });
    expect(Object.keys(plain).filter((name) => name in secrets)).toEqual([]);
  });

  test('without a domain takes its address from the request and lets no other origin call it', () => {
    const { plain } = environmentOf();
    expect(plain).not.toHaveProperty('PUBLIC_URL');
    expect(plain).not.toHaveProperty('CORS_ORIGINS');
  });

  test('with a domain names it and its aliases, and never *', () => {
    const { plain } = environmentOf({
      domain: { name: 'shop.example.com', aliases: ['www.shop.example.com'], hostedZoneId: 'Z0123456789ABC' },
    });
    expect(plain.PUBLIC_URL).toBe('https://shop.example.com');
    expect(plain.CORS_ORIGINS).toBe('https://shop.example.com,https://www.shop.example.com');
  });

  test('without a cache has neither its address nor its password', () => {
    const { plain, secret: secrets } = environmentOf({}, { cache: undefined });
    expect(plain).not.toHaveProperty('CACHE_URL');
    expect(secrets).not.toHaveProperty('CACHE_AUTH_TOKEN');
  });

  test('gets its feature flags as on, off or a share', () => {
    const { plain } = environmentOf({ flags: { chat: true, 'new-cart': 25, reviews: false } });
    expect(plain.FEATURE_FLAGS).toBe('chat=on,new-cart=25%,reviews=off');
  });

  test('can be tuned beyond the deployment language by container.environment', () => {
    const { plain } = environmentOf({ container: { environment: { RATE_LIMIT_PER_DAY: '500' } } });
    expect(environmentSchema.parse({ ...plain, NODE_ENV: 'test' }).RATE_LIMIT_PER_DAY).toBe(500);
  });
});

describe('another image', () => {
  test('gets what it maps under the names it knows, what it adds, and nothing of ours', () => {
    const { plain, secret: secrets } = environmentOf(
      {
        container: {
          variables: { SQLALCHEMY_DATABASE_URI: 'DATABASE_URL', REDIS: 'CACHE_URL' },
          environment: { FLASK_ENV: 'production' },
          secrets: { SECRET_KEY: { generate: 64 } },
        },
      },
      { containerSecrets: { SECRET_KEY: { secret: stores.jwtSecret } } },
    );
    expect(plain).toEqual({ REDIS: 'rediss://cache.example:6379', FLASK_ENV: 'production' });
    expect(Object.keys(secrets)).toEqual(['SQLALCHEMY_DATABASE_URI', 'SECRET_KEY']);
  });

  test('gets the name of the deployment only under a name of its own', () => {
    const { plain } = environmentOf({ container: { variables: { OTEL_SERVICE_NAME: 'DEPLOYMENT' } } });
    expect(plain).toEqual({ OTEL_SERVICE_NAME: 'shop' });
  });

  test('is refused a variable that has no value here, with the line to change', () => {
    expect(() =>
      environmentOf(
        {
          container: { variables: { REDIS: 'CACHE_URL' } },
        },
        { cache: undefined },
      ),
    ).toThrow('container.variables.REDIS: CACHE_URL has no value in this deployment');
  });

  test('is refused a variable both in the open and as a secret', () => {
    const twice = { containerSecrets: { AI_MODEL_ID: { secret: stores.jwtSecret } } };
    expect(() => environmentOf({}, twice)).toThrow(
      'AI_MODEL_ID would be set both in the open and from Secrets Manager',
    );
  });
});
