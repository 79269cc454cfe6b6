import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { fargateShop, fargateTemplate, foreignImage } from '../setup/fargate';
import { maskedTemplate } from '../setup/stack-tests';
import { containerOf, propertiesOf, statementsOf, type IngressRule, type Service } from '../setup/templates';

const shop = fargateShop();
const template = Template.fromStack(shop.fargate);

const domain = {
  name: 'shop.example.com',
  aliases: ['www.shop.example.com'],
  hostedZoneId: 'Z0123456789ABC',
};

const services = (from: Template) => {
  const all = propertiesOf<Service>(from, 'AWS::ECS::Service');
  return {
    application: all.find(({ LoadBalancers = [] }) => LoadBalancers.length > 0),
    chroma: all.find(({ ServiceRegistries = [] }) => ServiceRegistries.length > 0),
  };
};

test('the stack is what was reviewed', () => {
  expect(maskedTemplate(shop.fargate)).toMatchSnapshot();
});

test('AwsSolutions finds nothing that is not acknowledged with evidence', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(shop.fargate);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

test('AwsSolutions finds nothing more when a shell may be opened', () => {
  const { fargate } = fargateShop({ targets: { fargate: { exec: true } } });
  Template.fromStack(fargate);
  const { violations } = new AwsSolutionsChecks().validateScope(fargate);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe('the application', () => {
  test('runs on ARM64, is not root and cannot write to its own files', () => {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
      ContainerDefinitions: [
        Match.objectLike({ Name: 'app', User: '65532:65532', ReadonlyRootFilesystem: true }),
      ],
    });
  });

  test('writes to memory only, where its user may write whatever the image says', () => {
    const app = containerOf(template, 'app');
    expect(app.LinuxParameters.Tmpfs.map((mount: { ContainerPath: string }) => mount.ContainerPath)).toEqual([
      '/tmp',
    ]);
    expect(app.MountPoints).toBeUndefined();
  });

  test('is never fewer than what it was while a new version comes, and goes back by itself', () => {
    expect(services(template).application).toMatchObject({
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        Strategy: 'ROLLING',
      },
      AvailabilityZoneRebalancing: 'ENABLED',
    });
  });

  test('has as many tasks as asked for, and no count in the template that would undo the scaling', () => {
    expect(services(template).application).not.toHaveProperty('DesiredCount');
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 2,
      MaxCapacity: 10,
    });
  });

  test('scales on CPU and on requests per task', () => {
    const aims = { ECSServiceAverageCPUUtilization: 60, ALBRequestCountPerTarget: 1000 };
    template.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 2);
    for (const [measure, aim] of Object.entries(aims))
      template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
        TargetTrackingScalingPolicyConfiguration: Match.objectLike({
          PredefinedMetricSpecification: Match.objectLike({ PredefinedMetricType: measure }),
          TargetValue: aim,
        }),
      });
  });

  test('starts new tasks only after the files are uploaded and the database is migrated', () => {
    const [service] = Object.values(
      template.findResources('AWS::ECS::Service', {
        Properties: { DeploymentConfiguration: { MaximumPercent: 200 } },
      }),
    );
    const [migration] = Object.keys(template.findResources('Custom::Migration'));
    const [upload] = Object.keys(template.findResources('Custom::StaticAssets'));
    expect(service?.DependsOn).toEqual(expect.arrayContaining([migration, upload]));
  });

  test('is migrated by its own image and environment', () => {
    const [taskDefinition] = Object.keys(
      template.findResources('AWS::ECS::TaskDefinition', { Properties: { Family: 'shop-service-fargate' } }),
    );
    template.hasResourceProperties('Custom::Migration', {
      TaskDefinition: { Ref: taskDefinition },
      Container: 'app',
      Command: ['migrate'],
    });
  });

  test('keeps its log as long as the deployment says, without stopping when it cannot be delivered', () => {
    expect(containerOf(template, 'app')).toMatchObject({
      LogConfiguration: { Options: { mode: 'non-blocking' } },
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  test('opens no shell unless asked to, and logs the session when it does', () => {
    expect(services(template).application?.EnableExecuteCommand).toBe(false);
    const withExec = fargateTemplate({ targets: { fargate: { exec: true } } });
    expect(services(withExec).application?.EnableExecuteCommand).toBe(true);
    withExec.hasResourceProperties('AWS::ECS::Cluster', {
      Configuration: {
        ExecuteCommandConfiguration: {
          Logging: 'OVERRIDE',
          LogConfiguration: { CloudWatchLogGroupName: Match.anyValue() },
        },
      },
    });
    expect(containerOf(withExec, 'app').MountPoints?.map(({ ContainerPath }) => ContainerPath)).toEqual([
      '/managed-agents',
      '/var/lib/amazon/ssm',
      '/var/log/amazon/ssm',
    ]);
  });
});

describe('rights', () => {
  test('name what they are for: a wildcard stands only where AWS knows no name beforehand', () => {
    const unnamed = [
      'ec2:DescribeSecurityGroups',
      'ecr:GetAuthorizationToken',
      'ecs:DescribeTasks',
      'ecs:StopTask',
      's3:AbortMultipartUpload',
      's3:PutObject',
    ];
    const wildcards: string[] = statementsOf(template)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('*'))
      .flatMap(({ Action }) => Action);
    expect(wildcards.filter((action) => !unnamed.includes(action))).toEqual([]);
  });

  test('never name all actions of a service', () => {
    const actions = statementsOf(template).flatMap(({ Action }) => Action);
    expect(actions.filter((action: string) => action.includes('*'))).toEqual([]);
  });

  test('come from no managed policy', () => {
    for (const role of propertiesOf(template, 'AWS::IAM::Role'))
      expect(role).not.toHaveProperty('ManagedPolicyArns');
  });

  test('on secrets and stores are written on this side, so the data never changes for a target', () => {
    const alone = fargateShop();
    const changed = fargateShop({ targets: { fargate: { exec: true, rollout: 'canary' } } });
    const resources = ({ data }: typeof shop): unknown => Template.fromStack(data).toJSON().Resources;
    expect(resources(changed)).toEqual(resources(alone));
    expect(JSON.stringify(resources(alone))).not.toContain('shop-service-fargate');
  });
});

describe('the ingress', () => {
  test('is a load balancer inside the VPC that CloudFront alone may enter', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' });
    const [found] = Object.keys(template.findResources('Custom::CloudFrontSecurityGroup'));
    const [group] = Object.keys(
      template.findResources('AWS::EC2::SecurityGroup', {
        Properties: { GroupDescription: Match.stringLikeRegexp('Security Group for ELB') },
      }),
    );
    const entries = propertiesOf<IngressRule>(template, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ GroupId }) => GroupId['Fn::GetAtt']?.[0] === group,
    );
    expect(entries).toMatchObject([
      { SourceSecurityGroupId: { 'Fn::GetAtt': [found, 'GroupId'] }, FromPort: 80 },
    ]);
  });

  test('has no security group that lets in an address', () => {
    template.allResourcesProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
    for (const rule of propertiesOf<IngressRule>(template, 'AWS::EC2::SecurityGroupIngress'))
      expect(rule).not.toHaveProperty('CidrIp');
  });

  test('drops malformed headers, keeps a log and lets a first deployment be rolled back', () => {
    for (const Key of ['routing.http.drop_invalid_header_fields.enabled', 'access_logs.s3.enabled'])
      template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        LoadBalancerAttributes: Match.arrayWith([{ Key, Value: 'true' }]),
      });
  });

  test('speaks HTTP inside the VPC without a domain, HTTPS that CloudFront can verify with one', () => {
    template.hasResourceProperties('AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: { OriginProtocolPolicy: 'http-only', Name: 'shop-service-fargate-eu-west-1' },
    });
    const { app, fargate } = fargateShop({ domain });
    const withDomain = Template.fromStack(fargate);
    withDomain.hasResourceProperties('AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: { OriginProtocolPolicy: 'https-only' },
    });
    withDomain.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Protocol: 'HTTPS',
      SslPolicy: Match.stringLikeRegexp('TLS13-1-2'),
    });
    const origin = fargate.origin.cloudFrontOrigin().bind(new Stack(app, 'edge'), { originId: 'shop' });
    expect(origin.originProperty?.domainName).toBe('shop.example.com');
  });

  test('carries no tag of its own on the VPC origin, which could not be changed once attached', () => {
    for (const origin of propertiesOf(template, 'AWS::CloudFront::VpcOrigin'))
      expect(origin).not.toHaveProperty('Tags');
  });

  test('when public is HTTPS for everyone, with HTTP sent there', () => {
    const open = fargateTemplate({
      domain,
      edge: { loadBalancer: 'public', cdn: { enabled: false, optOutReason: 'used inside the company only' } },
    });
    open.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing' });
    open.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80,
      DefaultActions: [
        Match.objectLike({ Type: 'redirect', RedirectConfig: Match.objectLike({ Protocol: 'HTTPS' }) }),
      ],
    });
    open.resourceCountIs('AWS::CloudFront::VpcOrigin', 0);
    expect(environmentOf(open).TRUSTED_PROXY_HOPS).toBe('1');
  });

  test('believes two proxies: CloudFront and the load balancer', () => {
    expect(environmentOf(template).TRUSTED_PROXY_HOPS).toBe('2');
  });

  test('sends a task no request before it is healthy, and takes it out within seconds', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckPath: '/api/health',
      HealthCheckIntervalSeconds: 5,
      HealthyThresholdCount: 2,
      TargetGroupAttributes: Match.arrayWith([{ Key: 'deregistration_delay.timeout_seconds', Value: '15' }]),
    });
  });
});

describe('Chroma', () => {
  test('is one server, which is gone before another one starts', () => {
    expect(services(template).chroma).toMatchObject({
      DesiredCount: 1,
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
      AvailabilityZoneRebalancing: 'DISABLED',
    });
    template.resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 1);
  });

  test('has a path of its own on the file system, mounted with TLS by its role', () => {
    template.hasResourceProperties('AWS::EFS::AccessPoint', {
      RootDirectory: Match.objectLike({ Path: '/chroma/fargate' }),
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [
        Match.objectLike({
          EFSVolumeConfiguration: Match.objectLike({
            TransitEncryption: 'ENABLED',
            AuthorizationConfig: Match.objectLike({ IAM: 'ENABLED' }),
          }),
        }),
      ],
    });
  });

  test('takes connections from the application only', () => {
    const [application] = Object.keys(
      template.findResources('AWS::EC2::SecurityGroup', {
        Properties: { GroupDescription: 'Application tasks' },
      }),
    );
    const [chroma] = Object.keys(
      template.findResources('AWS::EC2::SecurityGroup', {
        Properties: { GroupDescription: 'Chroma server' },
      }),
    );
    const entries = propertiesOf<IngressRule>(template, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ GroupId }) => GroupId['Fn::GetAtt']?.[0] === chroma,
    );
    expect(entries).toMatchObject([
      { SourceSecurityGroupId: { 'Fn::GetAtt': [application, 'GroupId'] }, FromPort: 8000, ToPort: 8000 },
    ]);
  });

  test('is not root and writes to its vectors and to memory only', () => {
    const server = containerOf(template, 'chroma');
    expect(server).toMatchObject({ User: '1000', ReadonlyRootFilesystem: true });
    expect(server.MountPoints).toMatchObject([{ ContainerPath: '/data' }]);
    expect(server.Image).toMatch(/^chromadb\/chroma:\d+\.\d+\.\d+$/);
  });

  test('is there only when vectors are searched by it', () => {
    const embedded = fargateTemplate({ vectors: 'embedded' });
    embedded.resourceCountIs('AWS::ECS::Service', 1);
    embedded.resourceCountIs('AWS::EFS::AccessPoint', 0);
    expect(environmentOf(embedded)).toMatchObject({ VECTORS: 'embedded' });
  });
});

describe.each(['canary', 'linear', 'blue-green'] as const)('a %s rollout', (rollout) => {
  const gradual = fargateTemplate({ targets: { fargate: { rollout } } });

  test('moves traffic between two groups of tasks and can roll back', () => {
    gradual.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
    expect(services(gradual).application).toMatchObject({
      DeploymentConfiguration: { Strategy: rollout.replace('-', '_').toUpperCase(), BakeTimeInMinutes: 5 },
      LoadBalancers: [{ AdvancedConfiguration: { AlternateTargetGroupArn: expect.anything() } }],
    });
  });

  test('scales on CPU only, as ECS changes the group that has the requests', () => {
    gradual.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 1);
  });
});

describe('another application', () => {
  const flask = fargateTemplate({
    image: foreignImage,
    container: { port: 5000, user: '1001', migrateCommand: ['flask', 'db', 'upgrade'] },
  });

  test('runs by its digest, on its port, as its user', () => {
    const app = containerOf(flask, 'app');
    expect(JSON.stringify(app.Image)).toContain(`/flask-shop@${foreignImage.digest}`);
    expect(app).toMatchObject({ User: '1001', PortMappings: [{ ContainerPort: 5000 }] });
    // The port of the target group is for targets without their own; ECS registers each task with its port.
    flask.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 8080 });
  });

  test('is migrated by its own command', () => {
    flask.hasResourceProperties('Custom::Migration', { Command: ['flask', 'db', 'upgrade'] });
  });

  test('is not migrated when it names no command, and uploads none of our files', () => {
    const plain = fargateTemplate({ image: foreignImage });
    plain.resourceCountIs('Custom::Migration', 0);
    plain.resourceCountIs('Custom::StaticAssets', 0);
  });

  test('can be pulled by its tasks only', () => {
    const pulls = statementsOf(flask).filter(({ Action }) => Action.includes('ecr:BatchGetImage'));
    expect(pulls).toHaveLength(1);
    expect(JSON.stringify(pulls[0]?.Resource)).toContain(':repository/flask-shop');
  });
});

test('a deployment without the target is refused in words', () => {
  expect(() => fargateShop({ targets: { ec2: {} }, live: 'ec2' })).toThrow('targets.fargate is not stated');
});

function environmentOf(from: Template): Record<string, unknown> {
  const { Environment = [] } = containerOf(from, 'app');
  return Object.fromEntries(Environment.map(({ Name, Value }) => [Name, Value]));
}
