import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import economy from '../../deployments/economy';
import flaskExample from '../../deployments/flask-example';
import { ec2Shop, ec2Template } from '../setup/ec2';
import { fargateTemplate } from '../setup/fargate';
import { maskedTemplate } from '../setup/stack-tests';
import { containerOf, propertiesOf, type IngressRule, type Service } from '../setup/templates';

const shop = ec2Shop();
const template = Template.fromStack(shop.ec2);

interface RunningService {
  readonly Properties: Service;
  readonly DependsOn: readonly string[];
}
const services = (from: Template) => {
  const all = Object.values(from.findResources('AWS::ECS::Service')).map((found) => found as RunningService);
  return {
    application: all.find(({ Properties: { LoadBalancers = [] } }) => LoadBalancers.length > 0),
    chroma: all.find(({ Properties: { ServiceRegistries = [] } }) => ServiceRegistries.length > 0),
  };
};
const idOf = (from: Template, type: string) => Object.keys(from.findResources(type));

test('the stack is what was reviewed', () => {
  expect(maskedTemplate(shop.ec2)).toMatchSnapshot();
});

test.each([
  ['as it is by default', {}],
  ['on Spot, with a shell', { spotMaxPriceShare: 0.6, exec: true }],
])('AwsSolutions finds nothing that is not acknowledged with evidence: %s', (_, ec2) => {
  const { ec2: stack } = ec2Shop({ targets: { ec2 } });
  Template.fromStack(stack);
  const { violations } = new AwsSolutionsChecks().validateScope(stack);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe('the application', () => {
  test('is the container of Fargate: same image, environment, secrets and limits, but for its Chroma and its port', () => {
    const described = (from: Template) => {
      const text = JSON.stringify({ ...containerOf(from, 'app'), PortMappings: undefined });
      return text.replace(/chroma\.\w+\./, 'chroma.');
    };
    const asMany = { fargate: { tasks: { min: 1, max: 2 } } };
    expect(described(template)).toBe(described(fargateTemplate({ targets: asMany })));
  });

  test('shares the interface of its instance, so the number of interfaces limits no tasks', () => {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Family: 'shop-service-ec2',
      NetworkMode: 'bridge',
      ContainerDefinitions: [Match.objectLike({ PortMappings: [Match.objectLike({ HostPort: 0 })] })],
    });
  });

  test('is healthy in a new version before the old one stops, also on a single instance', () => {
    expect(services(template).application?.Properties).toMatchObject({
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
    });
  });

  test('scales as the deployment says, and no count in the template would undo it', () => {
    expect(services(template).application?.Properties).not.toHaveProperty('DesiredCount');
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 1,
      MaxCapacity: 2,
    });
  });

  test('starts after its files, its migration and the capacity of the cluster', () => {
    expect(services(template).application?.DependsOn).toEqual(
      expect.arrayContaining([
        ...idOf(template, 'Custom::Migration'),
        ...idOf(template, 'Custom::StaticAssets'),
        ...idOf(template, 'AWS::ECS::ClusterCapacityProviderAssociations'),
      ]),
    );
  });

  test('is migrated on the instances too, waiting for the first of them', () => {
    const [migration] = Object.values(template.findResources('Custom::Migration'));
    expect(migration?.Properties).toMatchObject({
      CapacityProvider: { Ref: idOf(template, 'AWS::ECS::CapacityProvider')[0] },
      Command: ['migrate'],
    });
    // A task on the bridge has no subnets or security group of its own, and ECS refuses any.
    expect(migration?.Properties).not.toHaveProperty('Network');
    expect(migration?.DependsOn).toEqual(
      expect.arrayContaining(idOf(template, 'AWS::ECS::ClusterCapacityProviderAssociations')),
    );
  });

  test('takes connections from the load balancer only, at the ports that Docker assigns', () => {
    const [group] = Object.keys(
      template.findResources('AWS::EC2::SecurityGroup', {
        Properties: { GroupDescription: 'Application tasks' },
      }),
    );
    const entries = propertiesOf<IngressRule>(template, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ GroupId }) => GroupId['Fn::GetAtt']?.[0] === group,
    );
    expect(entries).toMatchObject([
      { Description: 'Load balancer to target', FromPort: 32_768, ToPort: 65_535 },
    ]);
  });

  test('exports every night on the instances', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: Match.objectLike({
        EcsParameters: Match.objectLike({ NetworkConfiguration: Match.absent() }),
        Input: Match.stringLikeRegexp('export'),
      }),
    });
  });
});

describe('Chroma', () => {
  test('is one process, ever: the old server is gone before another one starts', () => {
    expect(services(template).chroma?.Properties).toMatchObject({
      DesiredCount: 1,
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
      AvailabilityZoneRebalancing: 'DISABLED',
    });
  });

  test('has a path of its own, apart from every other target', () => {
    template.hasResourceProperties('AWS::EFS::AccessPoint', {
      RootDirectory: Match.objectLike({ Path: '/chroma/ec2' }),
    });
  });

  test('has an interface of its own on the instance, which the application alone may enter', () => {
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      Family: 'shop-service-ec2-chroma',
      NetworkMode: 'awsvpc',
    });
    const chroma = propertiesOf<{ FromPort: number }>(template, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ FromPort }) => FromPort === 8000,
    );
    expect(chroma).toMatchObject([{ Description: 'Only the application' }]);
  });

  test('is there only when vectors are searched by it', () => {
    ec2Template({ vectors: 'embedded' }).resourceCountIs('AWS::ECS::Service', 1);
  });
});

describe('rights', () => {
  test('come from no managed policy', () => {
    for (const role of propertiesOf(template, 'AWS::IAM::Role'))
      expect(role).not.toHaveProperty('ManagedPolicyArns');
  });
});

describe('the economy deployment', () => {
  const { data, ec2 } = ec2Shop(economy);

  test('has a database that is micro and in a single zone, encrypted and backed up all the same', () => {
    Template.fromStack(data).hasResourceProperties('AWS::RDS::DBInstance', {
      DBInstanceClass: 'db.t4g.micro',
      MultiAZ: false,
      StorageEncrypted: true,
      BackupRetentionPeriod: 14,
    });
    Template.fromStack(data).hasResourceProperties('Custom::DeletionProtection', { Protected: 'true' });
  });

  test('runs on one instance, with room for one more only while it is replaced', () => {
    Template.fromStack(ec2).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '1',
      MaxSize: '2',
    });
  });
});

describe('the Flask shop, with no other change than targets and live', () => {
  const flask = ec2Template({ ...flaskExample, targets: { ec2: {} }, live: 'ec2' });

  test('runs by its digest on its port', () => {
    expect(containerOf(flask, 'app')).toMatchObject({ PortMappings: [{ ContainerPort: 5000, HostPort: 0 }] });
    expect(JSON.stringify(containerOf(flask, 'app').Image)).toContain('/flask-shop@sha256:');
  });

  test('has its own command, its own migration and none of our files', () => {
    expect(containerOf(flask, 'app').Command?.[0]).toBe('gunicorn');
    flask.hasResourceProperties('Custom::Migration', { Command: ['flask', 'db', 'upgrade'] });
    flask.resourceCountIs('Custom::StaticAssets', 0);
  });
});

test('a deployment without the target is refused in words', () => {
  expect(() => ec2Shop({ targets: { fargate: {} }, live: 'fargate' })).toThrow('targets.ec2 is not stated');
});
