import { Template } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { foreignImage } from '../setup/fargate';
import { expressShop, only } from '../setup/mvp';
import { maskedTemplate } from '../setup/stack-tests';
import { containerOf, propertiesOf, statementsOf } from '../setup/templates';

interface Service {
  readonly HealthCheckPath: string;
  readonly TaskDefinitionArn: { readonly Ref: string };
  readonly NetworkConfiguration: {
    readonly SecurityGroups: { 'Fn::GetAtt': [string, string] }[];
    readonly Subnets: unknown[];
  };
  readonly ScalingTarget: Record<string, unknown>;
  readonly PrimaryContainer?: unknown;
}

const shop = expressShop();
const template = Template.fromStack(shop.service);
const serviceIn = (from: Template) => only(propertiesOf<Service>(from, 'AWS::ECS::ExpressGatewayService'));
const service = serviceIn(template);
const expressTemplate = (...overrides: Parameters<typeof expressShop>) =>
  Template.fromStack(expressShop(...overrides).service);
const noCdn = { enabled: false, optOutReason: 'reached from the company network only' } as const;

test('the stack is what was reviewed', () => {
  expect(maskedTemplate(shop.service)).toMatchSnapshot();
});

test('AwsSolutions finds nothing that is not acknowledged with evidence', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(shop.service);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe('the application', () => {
  test('runs by a task definition of ours, so that Express chooses nothing of it', () => {
    const [taskDefinition] = Object.keys(template.findResources('AWS::ECS::TaskDefinition'));
    expect(service.TaskDefinitionArn).toEqual({ Ref: taskDefinition });
    expect(service).not.toHaveProperty('PrimaryContainer');
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Cpu: '256',
      Memory: '1024',
      RequiresCompatibilities: ['FARGATE'],
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
    });
  });

  test('is found by Express: a container called Main with one named port', () => {
    expect(containerOf(template, 'Main')).toMatchObject({
      PortMappings: [{ ContainerPort: 8080, Name: 'http' }],
    });
  });

  test('is not root and cannot write to its own files', () => {
    expect(containerOf(template, 'Main')).toMatchObject({
      User: '65532:65532',
      ReadonlyRootFilesystem: true,
    });
  });

  test('is built for the processor of its tasks', () => {
    const platforms = shop.app
      .synth()
      .artifacts.filter(AssetManifestArtifact.isAssetManifestArtifact)
      .flatMap(({ contents }) => Object.values(contents.dockerImages ?? {}))
      .map(({ source }) => source.platform);
    expect(platforms).toEqual(['linux/arm64']);
  });

  test('is healthy when its own health path says so', () => {
    expect(service.HealthCheckPath).toBe('/api/health');
  });

  test('has as many tasks as asked for, and more when their CPU is busy', () => {
    const asked = expressTemplate({
      targets: { express: { tasks: { min: 2, max: 4, cpuPercent: 70 } } },
      container: { sessions: 'database' },
      database: { instance: 't4g.medium' },
    });
    expect(serviceIn(asked).ScalingTarget).toEqual({
      MinTaskCount: 2,
      MaxTaskCount: 4,
      AutoScalingMetric: 'AVERAGE_CPU',
      AutoScalingTargetValue: 70,
    });
  });

  test('reaches the database by its own security group, to which no rule of ours allows a connection', () => {
    const groups = service.NetworkConfiguration.SecurityGroups.map((group) => group['Fn::GetAtt'][0]);
    const rules = propertiesOf<{ FromPort: number; SourceSecurityGroupId: { 'Fn::GetAtt': [string] } }>(
      template,
      'AWS::EC2::SecurityGroupIngress',
    );
    const toDatabase = rules.filter(({ FromPort }) => FromPort === 5432);
    expect(toDatabase.map((rule) => rule.SourceSecurityGroupId['Fn::GetAtt'][0])).toEqual(groups);
    expect(JSON.stringify(rules.filter(({ FromPort }) => FromPort !== 5432))).not.toContain(groups[0]);
  });

  test('starts after the files are uploaded and the database is migrated', () => {
    const resource = only(Object.values(template.findResources('AWS::ECS::ExpressGatewayService')));
    const [migration] = Object.keys(template.findResources('Custom::Migration'));
    const [upload] = Object.keys(template.findResources('Custom::StaticAssets'));
    expect(resource.DependsOn).toEqual(expect.arrayContaining([migration, upload]));
  });

  test('is migrated and exported by its own container', () => {
    expect(only(propertiesOf(template, 'Custom::Migration'))).toMatchObject({ Container: 'Main' });
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 3 * * ? *)',
      Target: { Input: '{"containerOverrides":[{"name":"Main","command":["export"]}]}' },
    });
  });

  test('keeps its log as long as the deployment says', () => {
    for (const { RetentionInDays } of propertiesOf<{ RetentionInDays: number }>(
      template,
      'AWS::Logs::LogGroup',
    ))
      expect(RetentionInDays).toBe(90);
  });
});

describe('where it stands', () => {
  const subnetsOf = (from: Template) => JSON.stringify(serviceIn(from).NetworkConfiguration.Subnets);

  test('behind CloudFront in the private subnets, which makes Express’s load balancer internal', () => {
    expect(subnetsOf(template)).toMatch(/private/);
    expect(subnetsOf(template)).not.toMatch(/public/);
  });

  test('in the public ones when the load balancer is asked to be public', () => {
    expect(subnetsOf(expressTemplate({ edge: { loadBalancer: 'public' } }))).toMatch(/public/);
  });

  test('in the public ones without CloudFront, as nothing else would lead to it', () => {
    expect(subnetsOf(expressTemplate({ edge: { cdn: noCdn } }))).toMatch(/public/);
  });
});

describe('rights', () => {
  test('to make load balancers are ECS’s own and no task’s', () => {
    const roles = propertiesOf<{ ManagedPolicyArns?: unknown[]; AssumeRolePolicyDocument: unknown }>(
      template,
      'AWS::IAM::Role',
    ).filter(({ ManagedPolicyArns = [] }) => ManagedPolicyArns.length > 0);
    expect(JSON.stringify(only(roles).ManagedPolicyArns)).toContain(
      'AmazonECSInfrastructureRoleforExpressGatewayServices',
    );
    expect(JSON.stringify(only(roles).AssumeRolePolicyDocument)).toContain('"ecs.amazonaws.com"');
  });

  test('to renew the tasks are for this service alone', () => {
    const [resource] = Object.keys(template.findResources('AWS::ECS::ExpressGatewayService'));
    expect(statementsOf(template).filter(({ Action }) => Action === 'ecs:UpdateService')).toEqual([
      { Action: 'ecs:UpdateService', Effect: 'Allow', Resource: { 'Fn::GetAtt': [resource, 'ServiceArn'] } },
    ]);
  });

  test('given to the target are given to the task', () => {
    expect(shop.service.grantPrincipal).toMatchObject({ node: { id: 'TaskRole' } });
  });
});

test('another application keeps its command, port and image', () => {
  const foreign = expressTemplate({
    image: foreignImage,
    container: { port: 5000, healthPath: '/healthz', command: ['gunicorn', 'app:app'] },
  });
  expect(containerOf(foreign, 'Main')).toMatchObject({
    Command: ['gunicorn', 'app:app'],
    PortMappings: [{ ContainerPort: 5000 }],
  });
  expect(serviceIn(foreign).HealthCheckPath).toBe('/healthz');
});
