import { Match, type Template } from 'aws-cdk-lib/assertions';
import { ec2Template } from '../../setup/ec2';
import { propertiesOf, type Statement } from '../../setup/templates';

const template = ec2Template();
const two = ec2Template({ targets: { ec2: { instances: 2 } } });
const spot = ec2Template({ targets: { ec2: { spotMaxPriceShare: 0.6 } } });

interface Launch {
  readonly ImageId: string;
  readonly NetworkInterfaces: unknown;
  readonly MetadataOptions: unknown;
  readonly BlockDeviceMappings: unknown;
  readonly UserData: unknown;
}
interface Group {
  readonly CapacityRebalance?: boolean;
  readonly MixedInstancesPolicy: {
    readonly InstancesDistribution: unknown;
    readonly LaunchTemplate: { readonly Overrides: { readonly InstanceRequirements: unknown }[] };
  };
}
interface Provider {
  readonly AutoScalingGroupProvider: unknown;
}

function only<T>([found, ...others]: T[]): T {
  if (found === undefined || others.length > 0) throw new Error('There is not exactly one');
  return found;
}
const launch = (from: Template) =>
  only(propertiesOf<{ LaunchTemplateData: Launch }>(from, 'AWS::EC2::LaunchTemplate')).LaunchTemplateData;
const group = (from: Template) => only(propertiesOf<Group>(from, 'AWS::AutoScaling::AutoScalingGroup'));
const provider = only(
  propertiesOf<Provider>(template, 'AWS::ECS::CapacityProvider'),
).AutoScalingGroupProvider;
const startScript = (from: Template) => JSON.stringify(launch(from).UserData);

describe('an instance', () => {
  test('has no key, no public address and no open port but for the load balancer', () => {
    expect(launch(template)).not.toHaveProperty('KeyName');
    expect(launch(template).NetworkInterfaces).toMatchObject([{ AssociatePublicIpAddress: false }]);
    const ingress = propertiesOf<{ FromPort: number; ToPort: number }>(
      template,
      'AWS::EC2::SecurityGroupIngress',
    );
    expect(ingress.filter(({ FromPort, ToPort }) => FromPort <= 22 && ToPort >= 22)).toEqual([]);
  });

  test('is reached through Session Manager instead', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Sid: 'Heartbeat', Action: 'ssm:UpdateInstanceInformation' }),
          Match.objectLike({ Sid: 'Sessions', Action: Match.arrayWith(['ssmmessages:OpenDataChannel']) }),
        ]),
      }),
    });
  });

  test('gives no metadata without a session token, and no token to a container', () => {
    expect(launch(template).MetadataOptions).toEqual({ HttpTokens: 'required', HttpPutResponseHopLimit: 1 });
    expect(startScript(template)).toContain('ECS_AWSVPC_BLOCK_IMDS=true');
  });

  test('may neither pull images, read secrets, write logs nor touch another cluster', () => {
    const policies = propertiesOf<{ PolicyDocument: { Statement: Statement[] } }>(
      template,
      'AWS::IAM::Policy',
    );
    const statements = policies
      .map(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter((document) => document.some(({ Sid }) => Sid === 'Register'))
      .flat();
    const actions = statements.flatMap(({ Action }) => Action);
    expect([...new Set(actions.map((action) => action.split(':')[0]))].sort()).toEqual([
      'ecs',
      'ssm',
      'ssmmessages',
    ]);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    const everywhere = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(everywhere.toSorted()).toEqual([
      'ecs:DiscoverPollEndpoint',
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ]);
  });

  test('has an encrypted volume that goes with it', () => {
    expect(launch(template).BlockDeviceMappings).toMatchObject([
      { Ebs: { Encrypted: true, VolumeType: 'gp3', VolumeSize: 30 } },
    ]);
  });

  test.each([
    ['t4g.medium', '/amazon-linux-2023/arm64/recommended/'],
    ['t3.medium', '/amazon-linux-2023/recommended/'],
  ] as const)('%s starts with the newest patched image for its architecture', (instanceType, parameter) => {
    const from = ec2Template({ targets: { ec2: { instanceType } } });
    expect(launch(from).ImageId).toMatch(/^resolve:ssm:\/aws\/service\/ecs\/optimized-ami\//);
    expect(launch(from).ImageId).toContain(parameter);
  });

  test('reserves memory for the agent, so that tasks cannot use it all', () => {
    expect(startScript(template)).toContain('ECS_RESERVED_MEMORY=128');
  });
});

describe('the group of instances', () => {
  test.each([
    ['one', template, '1', '2'],
    ['two', two, '2', '3'],
  ])('is %s, and one more while one is replaced', (_, from, least, most) => {
    expect(group(from)).toMatchObject({ MinSize: least, MaxSize: most });
    expect(group(from)).not.toHaveProperty('DesiredCapacity');
  });

  test('changes one by one, the new instance before the old one', () => {
    template.hasResource('AWS::AutoScaling::AutoScalingGroup', {
      UpdatePolicy: Match.objectLike({
        AutoScalingRollingUpdate: Match.objectLike({ MinInstancesInService: 1, MaxBatchSize: 1 }),
      }),
    });
  });

  test('gets new instances every week, each before the old one ends', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 4 ? * SUN *)',
      Target: Match.objectLike({
        Arn: { 'Fn::Join': ['', Match.arrayWith([':scheduler:::aws-sdk:autoscaling:startInstanceRefresh'])] },
        Input: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('"MinHealthyPercentage":100')])] },
      }),
    });
  });

  test('loses no request when an instance is drained: ECS moves its tasks before it ends', () => {
    expect(provider).toMatchObject({
      ManagedDraining: 'ENABLED',
      // Protection would hold back the very replacement that drains.
      ManagedTerminationProtection: 'DISABLED',
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: Match.arrayWith([{ Key: 'deregistration_delay.timeout_seconds', Value: '15' }]),
    });
  });

  test('lets a task wait for an instance that is still starting', () => {
    expect(provider).toMatchObject({ ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 } });
  });

  test('is all the cluster has: nothing runs on Fargate by mistake', () => {
    expect(only(propertiesOf(template, 'AWS::ECS::ClusterCapacityProviderAssociations'))).toMatchObject({
      CapacityProviders: [{ Ref: Object.keys(template.findResources('AWS::ECS::CapacityProvider'))[0] }],
    });
  });
});

describe('on Spot', () => {
  const { InstancesDistribution, LaunchTemplate } = group(spot).MixedInstancesPolicy;

  test('no instance is on demand, and none costs more than its share of the on-demand price', () => {
    expect(InstancesDistribution).toMatchObject({
      OnDemandBaseCapacity: 0,
      OnDemandPercentageAboveBaseCapacity: 0,
    });
    expect(LaunchTemplate.Overrides).toMatchObject([
      { InstanceRequirements: { MaxSpotPriceAsPercentageOfOptimalOnDemandPrice: 60 } },
    ]);
  });

  test('a larger type may come instead, never a smaller one or one of another architecture', () => {
    expect(LaunchTemplate.Overrides).toMatchObject([
      { InstanceRequirements: { AllowedInstanceTypes: ['t4g.medium', 't4g.large', 'm7g.large'] } },
    ]);
  });

  test('a replacement starts before the old instance goes, which drains itself', () => {
    expect(group(spot).CapacityRebalance).toBe(true);
    expect(startScript(spot)).toContain('ECS_ENABLE_SPOT_INSTANCE_DRAINING=true');
    expect(startScript(template)).not.toContain('SPOT');
  });
});
