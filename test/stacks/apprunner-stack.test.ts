import { Template } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { foreignImage } from '../setup/fargate';
import { appRunnerShop, only } from '../setup/mvp';
import { maskedTemplate } from '../setup/stack-tests';
import { propertiesOf, statementsOf, type Statement } from '../setup/templates';

interface Service {
  readonly AutoScalingConfigurationArn: unknown;
  readonly HealthCheckConfiguration: { readonly Protocol: string; readonly Path: string };
  readonly InstanceConfiguration: { readonly Cpu: string; readonly Memory: string };
  readonly NetworkConfiguration: {
    readonly EgressConfiguration: { readonly EgressType: string };
    readonly IngressConfiguration: { readonly IsPubliclyAccessible: boolean };
  };
  readonly SourceConfiguration: {
    readonly AutoDeploymentsEnabled: boolean;
    readonly ImageRepository: {
      readonly ImageIdentifier: unknown;
      readonly ImageConfiguration: {
        readonly Port: string;
        readonly StartCommand?: string;
        readonly RuntimeEnvironmentVariables: { readonly Name: string }[];
        readonly RuntimeEnvironmentSecrets: { readonly Name: string; readonly Value: unknown }[];
      };
    };
  };
}

const shop = appRunnerShop();
const template = Template.fromStack(shop.service);
const serviceIn = (from: Template) => only(propertiesOf<Service>(from, 'AWS::AppRunner::Service'));
const service = serviceIn(template);
const image = service.SourceConfiguration.ImageRepository.ImageConfiguration;
const appRunnerTemplate = (...overrides: Parameters<typeof appRunnerShop>) =>
  Template.fromStack(appRunnerShop(...overrides).service);

test('the stack is what was reviewed', () => {
  expect(maskedTemplate(shop.service)).toMatchSnapshot();
});

test('AwsSolutions finds nothing that is not acknowledged with evidence', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(shop.service);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe('the application', () => {
  test('has the size, the instances and the requests at once that are asked for', () => {
    const asked = appRunnerTemplate({
      targets: {
        apprunner: { cpu: 1024, memoryMiB: 3072, instances: { min: 2, max: 4, concurrency: 40 } },
      },
      container: { sessions: 'database' },
      database: { instance: 't4g.medium' },
    });
    expect(serviceIn(asked).InstanceConfiguration).toMatchObject({ Cpu: '1024', Memory: '3072' });
    expect(only(propertiesOf(asked, 'AWS::AppRunner::AutoScalingConfiguration'))).toMatchObject({
      MinSize: 2,
      MaxSize: 4,
      MaxConcurrency: 40,
    });
  });

  test('is healthy when its own health path says so', () => {
    expect(service.HealthCheckConfiguration).toMatchObject({ Protocol: 'HTTP', Path: '/api/health' });
  });

  test('gets its port from App Runner, which takes no variable of that name', () => {
    expect(image.Port).toBe('8080');
    expect(image.RuntimeEnvironmentVariables.map(({ Name }) => Name)).not.toContain('PORT');
  });

  test('takes the address of the client from CloudFront and App Runner, and without CloudFront from App Runner', () => {
    const hops = (from: Template) =>
      serviceIn(from).SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables.find(
        ({ Name }) => Name === 'TRUSTED_PROXY_HOPS',
      );
    const noCdn = { enabled: false, optOutReason: 'reached from the company network only' } as const;
    expect(hops(template)).toMatchObject({ Value: '2' });
    expect(hops(appRunnerTemplate({ edge: { cdn: noCdn } }))).toMatchObject({ Value: '1' });
  });

  test('sends everything through the VPC, where it reaches the database by its own security group', () => {
    expect(service.NetworkConfiguration.EgressConfiguration.EgressType).toBe('VPC');
    const connector = only(
      propertiesOf<{ SecurityGroups: { 'Fn::GetAtt': [string, string] }[] }>(
        template,
        'AWS::AppRunner::VpcConnector',
      ),
    );
    const groups = connector.SecurityGroups.map((group) => group['Fn::GetAtt'][0]);
    const into = propertiesOf<{ FromPort: number; SourceSecurityGroupId: { 'Fn::GetAtt': [string] } }>(
      template,
      'AWS::EC2::SecurityGroupIngress',
    );
    expect(into.map(({ FromPort }) => FromPort)).toEqual([5432]);
    expect(into.map((rule) => rule.SourceSecurityGroupId['Fn::GetAtt'][0])).toEqual(groups);
  });

  test('reaches the cache as well where there is one', () => {
    const ports = propertiesOf<{ FromPort: number }>(
      appRunnerTemplate({ cache: { multiAz: false } }),
      'AWS::EC2::SecurityGroupIngress',
    ).map(({ FromPort }) => FromPort);
    expect(ports.sort()).toEqual([5432, 6379]);
  });

  test('changes by a release only', () => {
    expect(service.SourceConfiguration.AutoDeploymentsEnabled).toBe(false);
  });

  test('starts after the files are uploaded and the database is migrated by the same image', () => {
    const [resource] = Object.values(template.findResources('AWS::AppRunner::Service'));
    const [migration] = Object.keys(template.findResources('Custom::Migration'));
    const [upload] = Object.keys(template.findResources('Custom::StaticAssets'));
    expect(resource?.DependsOn).toEqual(expect.arrayContaining([migration, upload]));
    const jobs = only(
      propertiesOf<{ ContainerDefinitions: { Image: unknown }[] }>(template, 'AWS::ECS::TaskDefinition'),
    );
    expect(jobs.ContainerDefinitions[0]?.Image).toEqual(
      service.SourceConfiguration.ImageRepository.ImageIdentifier,
    );
  });

  test('is an image for x86, the only processor App Runner has; so are its jobs', () => {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      RuntimePlatform: { CpuArchitecture: 'X86_64' },
    });
    const platforms = shop.app
      .synth()
      .artifacts.filter(AssetManifestArtifact.isAssetManifestArtifact)
      .flatMap(({ contents }) => Object.values(contents.dockerImages ?? {}))
      .map(({ source }) => source.platform);
    expect(platforms).toEqual(['linux/amd64']);
  });
});

describe('secrets', () => {
  test('are read from Secrets Manager, each key of a JSON secret by itself', () => {
    const keys = Object.fromEntries(
      image.RuntimeEnvironmentSecrets.map(({ Name, Value }) => [Name, JSON.stringify(Value)]),
    );
    expect(Object.keys(keys).sort()).toEqual([
      'DATABASE_PASSWORD',
      'DATABASE_URL',
      'DATABASE_USER',
      'JWT_SECRET',
    ]);
    expect(keys.DATABASE_PASSWORD).toContain(':password::');
    expect(keys.JWT_SECRET).not.toContain('::"');
  });

  test('can be read by the instance role, those the application is given and no other', () => {
    const statement = statementsOf(template).find(({ Sid }) => Sid === 'Secrets');
    expect(statement?.Resource).toHaveLength(2);
    expect(JSON.stringify(statement?.Resource)).not.toContain('*');
  });
});

describe('rights', () => {
  const statementsFor = (role: string): Statement[] =>
    Object.values(template.findResources('AWS::IAM::Policy'))
      .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[]);

  test('are those of a task, and the secrets that App Runner has the instance read', () => {
    const named = (statements: Statement[]) => statements.flatMap(({ Sid }) => Sid ?? []).sort();
    const task = named(statementsFor('JobDefinitionTaskRole'));
    expect(task).toEqual(expect.arrayContaining(['Embeddings', 'Exports', 'ModelThroughProfile', 'Profile']));
    expect(named(statementsFor('InstanceRole'))).toEqual([...task, 'Secrets'].sort());
  });

  test('to pull the image are not the application’s', () => {
    const actions = statementsFor('InstanceRole').flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith('ecr:'))).toEqual([]);
  });

  test('given to the target are given to the instance role', () => {
    expect(shop.service.grantPrincipal).toMatchObject({ node: { id: 'InstanceRole' } });
  });
});

describe('every night', () => {
  test('the database is exported with the task’s own image and rights', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 3 * * ? *)',
      Target: { Input: '{"containerOverrides":[{"name":"app","command":["export"]}]}' },
    });
  });

  test('nothing is exported of an image that has no such job', () => {
    const foreign = appRunnerTemplate({ image: foreignImage });
    const times = propertiesOf<{ ScheduleExpression: string }>(foreign, 'AWS::Scheduler::Schedule');
    expect(times.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual(['rate(7 days)']);
  });
});

test('fresh instances read the rotated login', () => {
  const [arn] = Object.keys(template.findResources('AWS::AppRunner::Service'));
  expect(statementsOf(template).filter(({ Action }) => Action === 'apprunner:StartDeployment')).toEqual([
    {
      Action: 'apprunner:StartDeployment',
      Effect: 'Allow',
      Resource: { 'Fn::GetAtt': [arn, 'ServiceArn'] },
    },
  ]);
});

test('logs are kept as long as the deployment says, App Runner’s own as well', () => {
  expect(only(propertiesOf(template, 'Custom::LogRetention'))).toMatchObject({
    LogGroups: [expect.anything(), expect.anything()],
    RetentionDays: 90,
  });
});

describe('another application', () => {
  test('is started by its own command', () => {
    const foreign = appRunnerTemplate({
      image: foreignImage,
      container: { port: 5000, command: ['gunicorn', '--bind', '0.0.0.0:5000', 'app:app'] },
    });
    expect(serviceIn(foreign).SourceConfiguration.ImageRepository.ImageConfiguration).toMatchObject({
      Port: '5000',
      StartCommand: 'gunicorn --bind 0.0.0.0:5000 app:app',
    });
  });

  test('is refused a command that App Runner might take apart in another way', () => {
    expect(() =>
      appRunnerShop({ image: foreignImage, container: { command: ['sh', '-c', 'flask run'] } }),
    ).toThrow(/must consist of plain words with targets\.apprunner/);
  });

  test('is pulled from its repository by digest', () => {
    const foreign = appRunnerTemplate({ image: foreignImage });
    expect(JSON.stringify(serviceIn(foreign).SourceConfiguration.ImageRepository.ImageIdentifier)).toContain(
      `/flask-shop@${foreignImage.digest}`,
    );
  });
});
