import type { App } from 'aws-cdk-lib';
import { parseDeployment, type DeploymentInput } from '../../lib/deployment';
import { buildShop } from '../../stacks/shop-deployment';
import production from '../../deployments/production';
import { testApp } from '../setup/stack-tests';

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

function synthesized(input: DeploymentInput): Map<string, Resource> {
  const app: App = testApp();
  buildShop(app, parseDeployment(input));
  const resources = new Map<string, Resource>();
  for (const { stackName, template } of app.synth().stacks)
    for (const [id, resource] of Object.entries(template.Resources as Record<string, Resource>))
      resources.set(`${stackName}/${id}`, resource);
  return resources;
}

const shop = synthesized(production);
const ofType = (resources: Map<string, Resource>, type: string) =>
  [...resources].filter(([, resource]) => resource.Type === type);

/** Every value in a tree, with the keys that lead to it. */
function* leaves(
  tree: unknown,
  path: readonly string[] = [],
): Generator<[path: readonly string[], value: unknown]> {
  if (typeof tree !== 'object' || tree === null) yield [path, tree];
  else for (const [key, value] of Object.entries(tree)) yield* leaves(value, [...path, key]);
}

const isEverywhere = (address: unknown) => address === '0.0.0.0/0' || address === '::/0';

describe('nothing is open to the internet but CloudFront', () => {
  test('no security group lets anyone in from everywhere', () => {
    const open = [...shop].filter(
      ([, { Type, Properties }]) =>
        /^AWS::EC2::SecurityGroup(Ingress)?$/.test(Type) &&
        [...leaves(Properties)].some(
          ([path, value]) =>
            (path.at(-1) ?? '').startsWith('Cidr') &&
            !path.includes('SecurityGroupEgress') &&
            isEverywhere(value),
        ),
    );
    expect(open.map(([id]) => id)).toEqual([]);
  });

  test('the load balancer is internal', () => {
    const schemes = ofType(shop, 'AWS::ElasticLoadBalancingV2::LoadBalancer').map(
      ([, { Properties }]) => Properties?.Scheme,
    );
    expect(schemes).toEqual(['internal']);
  });

  test('no task has a public address', () => {
    const services = ofType(shop, 'AWS::ECS::Service');
    expect(services).toHaveLength(2);
    for (const [, { Properties }] of services)
      expect(Properties).toMatchObject({
        NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
      });
  });

  test('no bucket can be made public', () => {
    for (const [, { Properties }] of ofType(shop, 'AWS::S3::Bucket'))
      expect(Properties?.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  test('a public load balancer is open when asked for, and only that', () => {
    const asked = synthesized({
      ...production,
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
      edge: { loadBalancer: 'public' },
    });
    const open = [...asked].filter(
      ([, { Type, Properties }]) =>
        Type.startsWith('AWS::EC2::SecurityGroup') &&
        JSON.stringify(Properties?.SecurityGroupIngress ?? []).includes('0.0.0.0/0'),
    );
    expect(open).toHaveLength(1);
    expect(ofType(asked, 'AWS::ElasticLoadBalancingV2::LoadBalancer')[0]?.[1].Properties?.Scheme).toBe(
      'internet-facing',
    );
  });
});

describe('what holds data', () => {
  const encryptedBy: Record<string, (properties: Record<string, unknown>) => unknown> = {
    'AWS::RDS::DBInstance': ({ StorageEncrypted, KmsKeyId }) => StorageEncrypted === true && KmsKeyId,
    'AWS::ElastiCache::ReplicationGroup': ({ AtRestEncryptionEnabled, TransitEncryptionEnabled, KmsKeyId }) =>
      AtRestEncryptionEnabled === true && TransitEncryptionEnabled === true && KmsKeyId,
    'AWS::EFS::FileSystem': ({ Encrypted, KmsKeyId }) => Encrypted === true && KmsKeyId,
    'AWS::S3::Bucket': ({ BucketEncryption }) => BucketEncryption,
    'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
  };

  test.each(Object.entries(encryptedBy))('%s is encrypted', (type, encryption) => {
    const found = ofType(shop, type);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, { Properties = {} }]) => !encryption(Properties)).map(([id]) => id)).toEqual([]);
  });

  test.each(['AWS::RDS::DBInstance', 'AWS::EFS::FileSystem', 'AWS::SecretsManager::Secret', 'AWS::KMS::Key'])(
    '%s outlives its stack',
    (type) => {
      const lost = ofType(shop, type).filter(
        ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
          !['Retain', 'RetainExceptOnCreate', 'Snapshot'].includes(DeletionPolicy ?? '') ||
          !['Retain', 'Snapshot'].includes(UpdateReplacePolicy ?? ''),
      );
      expect(lost.map(([id]) => id)).toEqual([]);
    },
  );
});

test('no secret stands in a template: every password, token and key is a reference', () => {
  const literals = [...shop].flatMap(([id, { Properties }]) =>
    [...leaves(Properties)]
      .filter(([path]) =>
        /^(MasterUserPassword|AuthToken|SecretString|Password|.*SecretKey)$/.test(path.at(-1) ?? ''),
      )
      .filter(([, value]) => typeof value === 'string' && !value.includes('{{resolve:secretsmanager:'))
      .map(([path, value]) => `${id} ${path.join('.')} = ${String(value)}`),
  );
  expect(literals).toEqual([]);
});

test('two deployments share no physical name in one account and region', () => {
  const physical = /^(.*Name|.*Identifier|Name|Family)$/;
  const namesOf = (resources: Map<string, Resource>) =>
    new Set(
      [...resources].flatMap(([, { Type, Properties }]) =>
        [...leaves(Properties)]
          .filter(
            ([path, value]) => path.length === 1 && physical.test(path[0] ?? '') && typeof value === 'string',
          )
          .map(([path, value]) => `${Type}.${path.join('.')}: ${String(value)}`),
      ),
    );
  const other = namesOf(synthesized({ ...production, name: 'other' }));
  expect([...namesOf(shop)].filter((name) => other.has(name)).filter(isPhysicalName)).toEqual([]);
});

/** Not every property that ends so is a name in the account: a policy's lives in its role, a Cloud Map service's in its namespace, a metric has dimensions. */
function isPhysicalName(name: string): boolean {
  return !/ParameterGroup\.Family|PolicyName|CACertificateIdentifier|ServiceDiscovery::Service\.Name|DBName|MetricName/.test(
    name,
  );
}

test('no stack exports a name that another deployment could want, or that a change would be stuck on', () => {
  const app = testApp();
  buildShop(app, parseDeployment(production));
  const exports = app
    .synth()
    .stacks.flatMap(({ template }) =>
      [...leaves((template as { Outputs?: unknown }).Outputs)].filter(([path]) => path.includes('Export')),
    );
  expect(exports).toEqual([]);
});

test('a synthesis needs no look-up in an account', () => {
  const app = testApp();
  buildShop(app, parseDeployment({ ...production, aws: { region: 'eu-west-1', account: '111122223333' } }));
  expect(app.synth().manifest.missing ?? []).toEqual([]);
});

test('two syntheses give the same bytes', () => {
  const bytes = () => JSON.stringify([...synthesized(production)]);
  expect(bytes()).toBe(bytes());
});
