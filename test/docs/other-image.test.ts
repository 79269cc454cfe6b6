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

/** The sentence of the section that a pattern finds; numbers in it are compared with the templates. */
function said(pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(section);
  if (!found) throw new Error(`The section "Another image" does not say ${String(pattern)}`);
  return found;
}

const other = { image: foreignImage, container: { variables: {} } };
const shop = fargateShop(other);
const edgeStack = new EdgeStack(shop.app, {
  deployment: shop.deployment,
  origin: shop.fargate.origin,
  assets: shop.data.stores.assets,
  instance: shop.data.stores.database.instance,
});
const service = Template.fromStack(shop.fargate);
const data = Template.fromStack(shop.data);
const edge = Template.fromStack(edgeStack);
const apprunner = Template.fromStack(appRunnerShop({ image: foreignImage }).service);
const express = Template.fromStack(expressShop({ image: foreignImage }).service);

test('a database is created that the image does not use', () => {
  said(/A PostgreSQL database on RDS, also when it uses none/);
  data.resourceCountIs('AWS::RDS::DBInstance', 1);
  expect(containerOf(service, 'app').Secrets ?? []).toEqual([]);
});

test('the task may call Bedrock, write to the backup bucket, and nothing else', () => {
  said(/A task role that may call the model of ai\.model and Titan Text Embeddings v2/);
  said(/Permission to write to the backup bucket/);
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
  said(/ARM64 processors on Fargate and Express/);
  for (const template of [service, express]) {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      RuntimePlatform: { CpuArchitecture: 'ARM64' },
    });
  }
});

test('a writable path is memory of the size the page names', () => {
  const { LinuxParameters } = containerOf(service, 'app');
  const [tmpfs] = LinuxParameters.Tmpfs as { ContainerPath: string; Size: number }[];
  expect(said(/(\d+) MiB of the task's memory for each of container\.writablePaths/)[1]).toBe(
    String(tmpfs?.Size),
  );
});

test('the user is not root', () => {
  said(/user that is never root/);
  expect(containerOf(service, 'app').User).toMatch(/^[1-9]/);
});

test('a task has the time to start, and the health check the time to answer, that the page names', () => {
  const [application] = propertiesOf<Service & { HealthCheckGracePeriodSeconds: number }>(
    service,
    'AWS::ECS::Service',
  ).filter(({ LoadBalancers = [] }) => LoadBalancers.length > 0);
  const [check] = propertiesOf<{ HealthCheckTimeoutSeconds: number }>(
    service,
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  );
  const [, onEcs, onAppRunner] = said(/(\d+) seconds [^.]*ECS[^.]*?(\d+) seconds on App Runner/);
  expect(application?.HealthCheckGracePeriodSeconds).toBe(Number(onEcs));
  const [within] = said(/within (\d+) s\. The HEALTHCHECK/)
    .slice(1)
    .map(Number);
  expect(check?.HealthCheckTimeoutSeconds).toBe(within);
  const [onAppRunnerService] = propertiesOf<{
    HealthCheckConfiguration: { Interval: number; Timeout: number; UnhealthyThreshold: number };
  }>(apprunner, 'AWS::AppRunner::Service');
  const {
    Interval = 0,
    Timeout,
    UnhealthyThreshold = 0,
  } = onAppRunnerService?.HealthCheckConfiguration ?? {};
  expect(Timeout).toBe(within);
  expect(Interval * UnhealthyThreshold).toBe(Number(onAppRunner));
  expect(containerOf(service, 'app')).not.toHaveProperty('HealthCheck');
});

test('outbound traffic is HTTPS and the stores', () => {
  said(/HTTPS \(port 443\), the database and the cache only/);
  const [group] = propertiesOf<{ GroupDescription: string; SecurityGroupEgress: { FromPort: number }[] }>(
    service,
    'AWS::EC2::SecurityGroup',
  ).filter(({ GroupDescription }) => GroupDescription === 'Application tasks');
  expect(group?.SecurityGroupEgress.map(({ FromPort }) => FromPort)).toEqual([443]);
});

test('the address of the cache has no password', () => {
  said(/A cache address \(CACHE_URL\) without its password/);
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

  const [, always = '', otherwise = ''] = said(
    /CloudFront's response headers: (.*) always; (.*) where the image sends none/,
  );

  test.each([
    'Content-Security-Policy',
    'Permissions-Policy',
    'Referrer-Policy',
    'Cross-Origin-Opener-Policy',
  ])('adds %s where the image sends none', (name) => {
    expect(otherwise).toContain(name);
    expect(headers[name.replaceAll('-', '')]?.Override).toBe(false);
  });

  test.each([
    ['X-Frame-Options: DENY', 'FrameOptions'],
    ['X-Content-Type-Options', 'ContentTypeOptions'],
    ['Strict-Transport-Security', 'StrictTransportSecurity'],
  ])('always sets %s', (header, name) => {
    expect(always).toContain(header);
    expect(headers[name]?.Override).toBe(true);
  });

  test('refuses large bodies through the common rule set, which counts nothing as allowed', () => {
    said(/request bodies above 8 KB/);
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
    said(/for a day at most/);
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
    expect(said(/after (\d+) s without a byte/)[1]).toBe(String(timeout));
  });
});

test('no export runs at night', () => {
  said(/The nightly export to S3 is for the bundled image only/);
  const descriptions = propertiesOf<{ Description?: string }>(service, 'AWS::Scheduler::Schedule').map(
    ({ Description }) => Description,
  );
  expect(descriptions).toEqual(['New tasks read the rotated database login']);
});
