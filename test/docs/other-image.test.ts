import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { EdgeStack } from '../../stacks/edge-stack';
import { fargateShop, foreignImage } from '../setup/fargate';
import { appRunnerShop, expressShop } from '../setup/mvp';
import {
  containerOf,
  propertiesOf,
  type Container,
  type Reference,
  type Service,
  type Statement,
} from '../setup/templates';

/** What docs/deployment-file.md says of an image that is not the bundled shop, line by line. */
const page = readFileSync(join(__dirname, '../../docs/deployment-file.md'), 'utf8');
const section = /^## Another image\n([^]*?)^## /m.exec(page)?.[1] ?? '';

/** The words of a line of the tables. */
const said = (what: string) =>
  section
    .split('\n')
    .find((line) => line.startsWith(`| ${what} |`))
    ?.split(' | ')[1] ?? '';

const other = { image: foreignImage, container: { variables: {} } };
const shop = fargateShop(other);
const edgeStack = new EdgeStack(shop.app, {
  deployment: shop.deployment,
  origin: shop.fargate.origin,
  assets: shop.data.stores.assets,
});
const service = Template.fromStack(shop.fargate);
const data = Template.fromStack(shop.data);
const edge = Template.fromStack(edgeStack);
const apprunner = Template.fromStack(appRunnerShop({ image: foreignImage }).service);
const express = Template.fromStack(expressShop({ image: foreignImage }).service);

test('a database is created that the image does not use', () => {
  expect(said('a database')).toContain('always created');
  data.resourceCountIs('AWS::RDS::DBInstance', 1);
  expect(containerOf(service, 'app').Secrets ?? []).toEqual([]);
});

test('the task may call Bedrock, write to the backup bucket, and nothing else', () => {
  expect(said('Bedrock rights')).toContain(
    'Titan Text Embeddings v2. It may also write to the backup bucket',
  );
  expect(section).toContain('The task role may write to the backup bucket only');
  const definition = propertiesOf<{ TaskRoleArn: Reference; ContainerDefinitions: Container[] }>(
    service,
    'AWS::ECS::TaskDefinition',
  ).find(({ ContainerDefinitions }) => ContainerDefinitions.some(({ Name }) => Name === 'app'));
  const [role] = definition?.TaskRoleArn['Fn::GetAtt'] ?? [];
  const actions = propertiesOf<{ Roles: { Ref: string }[]; PolicyDocument: { Statement: Statement[] } }>(
    service,
    'AWS::IAM::Policy',
  )
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action));
  expect([...new Set(actions)].sort()).toEqual([
    'bedrock:InvokeModel',
    'bedrock:InvokeModelWithResponseStream',
    'kms:Decrypt',
    'kms:GenerateDataKey',
    's3:AbortMultipartUpload',
    's3:PutObject',
  ]);
});

test('the processor is ARM64 on Fargate and Express', () => {
  expect(said('processor')).toContain('ARM64 on `fargate` and `express`');
  for (const template of [service, express]) {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      RuntimePlatform: { CpuArchitecture: 'ARM64' },
    });
  }
});

test('a writable path is memory of the size the page names', () => {
  const { LinuxParameters } = containerOf(service, 'app');
  const [tmpfs] = LinuxParameters.Tmpfs as { ContainerPath: string; Size: number }[];
  expect(said('writable memory')).toContain(`${tmpfs?.Size} MiB for each`);
});

test('the user is not root', () => {
  expect(said('user')).toContain('never root');
  expect(containerOf(service, 'app').User).toMatch(/^[1-9]/);
});

test('a task has the time to start, and the health check the time to answer, that the page names', () => {
  const [application] = propertiesOf<Service & { HealthCheckGracePeriodSeconds: number }>(
    service,
    'AWS::ECS::Service',
  ).filter(({ LoadBalancers = [] }) => LoadBalancers.length > 0);
  const [check] = propertiesOf<{
    HealthCheckIntervalSeconds: number;
    HealthCheckTimeoutSeconds: number;
    UnhealthyThresholdCount: number;
  }>(service, 'AWS::ElasticLoadBalancingV2::TargetGroup');
  expect(said('time to start')).toMatch(new RegExp(`^${application?.HealthCheckGracePeriodSeconds} s on`));
  expect(check?.UnhealthyThresholdCount).toBe(2);
  expect(said('time to start')).toContain(
    `two failed health checks in a row, ${check?.HealthCheckIntervalSeconds} s apart`,
  );
  expect(said('health check')).toContain(`within ${check?.HealthCheckTimeoutSeconds} s`);
  apprunner.hasResourceProperties('AWS::AppRunner::Service', {
    HealthCheckConfiguration: { Timeout: check?.HealthCheckTimeoutSeconds },
  });
  expect(containerOf(service, 'app')).not.toHaveProperty('HealthCheck');
});

test('outbound traffic is HTTPS and the stores', () => {
  expect(said('outbound traffic')).toContain('HTTPS (port 443), the database and the cache');
  const [group] = propertiesOf<{ GroupDescription: string; SecurityGroupEgress: { FromPort: number }[] }>(
    service,
    'AWS::EC2::SecurityGroup',
  ).filter(({ GroupDescription }) => GroupDescription === 'Application tasks');
  expect(group?.SecurityGroupEgress.map(({ FromPort }) => FromPort)).toEqual([443]);
});

test('the address of the cache has no password', () => {
  expect(said('cache address')).toContain('`rediss://host:6379` without the password');
  const environment = containerOf(Template.fromStack(fargateShop({ image: foreignImage }).fargate), 'app');
  const url = environment.Environment?.find(({ Name }) => Name === 'CACHE_URL')?.Value;
  expect(JSON.stringify(url)).toMatch(/rediss:\/\/"/);
  expect(JSON.stringify(url)).toContain(':6379');
  expect(environment.Secrets?.map(({ Name }) => Name)).toContain('CACHE_AUTH_TOKEN');
});

describe('the edge', () => {
  interface Headers {
    readonly SecurityHeadersConfig: Record<string, { Override: boolean; FrameOption?: string }>;
    readonly CustomHeadersConfig: { Items: { Header: string; Override: boolean; Value: string }[] };
  }
  const [policy] = propertiesOf<{ ResponseHeadersPolicyConfig: Headers }>(
    edge,
    'AWS::CloudFront::ResponseHeadersPolicy',
  );
  const headers = {
    ...policy?.ResponseHeadersPolicyConfig.SecurityHeadersConfig,
    ...Object.fromEntries(
      (policy?.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items ?? []).map((item) => [
        item.Header.replaceAll('-', ''),
        item,
      ]),
    ),
  } as Record<string, { Override: boolean; Value?: string; FrameOption?: string } | undefined>;

  test.each(['ContentSecurityPolicy', 'PermissionsPolicy', 'ReferrerPolicy', 'CrossOriginOpenerPolicy'])(
    'adds %s where the image sends none',
    (name) => {
      expect(said('Content-Security-Policy').replaceAll('-', '')).toContain(
        name === 'ContentSecurityPolicy' ? 'unless the image sends its own' : name,
      );
      expect(headers[name]?.Override).toBe(false);
    },
  );

  test.each(['FrameOptions', 'ContentTypeOptions', 'StrictTransportSecurity'])('always sets %s', (name) => {
    expect(said('frame header').replaceAll('-', '')).toContain(name);
    expect(headers[name]?.Override).toBe(true);
  });

  test('denies the browser features that the page names', () => {
    const named = /no ([a-z, ]+)\)/.exec(said('Content-Security-Policy'))?.[1]?.split(', ') ?? [];
    expect(named.length).toBeGreaterThan(3);
    for (const feature of named) expect(headers.PermissionsPolicy?.Value).toContain(`${feature}=()`);
  });

  test('refuses large bodies through the common rule set, which counts nothing as allowed', () => {
    expect(said('request body')).toContain('8 KB');
    const [acl] = propertiesOf<{
      Rules: { Name: string; OverrideAction?: object; Statement: object }[];
    }>(edge, 'AWS::WAFv2::WebACL');
    expect(acl?.Rules.find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet')).toMatchObject({
      OverrideAction: { None: {} },
      Statement: {
        ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
      },
    });
  });

  test('never caches the API, and other paths for a day at most', () => {
    expect(said('caching')).toContain('for a day at most');
    const [cache] = propertiesOf<{ CachePolicyConfig: { MaxTTL: number; DefaultTTL: number } }>(
      edge,
      'AWS::CloudFront::CachePolicy',
    );
    expect(cache?.CachePolicyConfig).toMatchObject({ MaxTTL: 24 * 3600, DefaultTTL: 0 });
  });

  test('closes a silent connection after the time the page names', () => {
    const [distribution] = propertiesOf<{
      DistributionConfig: { Origins: { VpcOriginConfig?: { OriginReadTimeout: number } }[] };
    }>(edge, 'AWS::CloudFront::Distribution');
    const timeout = distribution?.DistributionConfig.Origins.map(
      ({ VpcOriginConfig }) => VpcOriginConfig?.OriginReadTimeout,
    )[0];
    expect(said('long answers')).toContain(`after ${timeout} s without a byte`);
  });
});

test('no export runs at night', () => {
  expect(said('backups')).toContain('part of the bundled image only');
  const descriptions = propertiesOf<{ Description?: string }>(service, 'AWS::Scheduler::Schedule').map(
    ({ Description }) => Description,
  );
  expect(descriptions).toEqual(['New tasks read the rotated database login']);
});
