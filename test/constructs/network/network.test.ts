import { AwsSolutionsChecks } from 'cdk-nag';
import { isolatedSubnets, privateSubnets, publicSubnets } from '../../../constructs/network/tiers';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { testNetwork, type TestNetwork } from './test-network';

const existingVpc = {
  id: 'vpc-0123456789abcdef0',
  cidr: '10.9.0.0/16',
  zones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: ['subnet-00000001', 'subnet-00000002'],
  privateSubnetIds: ['subnet-00000003', 'subnet-00000004'],
  isolatedSubnetIds: ['subnet-00000005', 'subnet-00000006'],
};
const threeZones = { aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] } };

const networks: Record<string, TestNetwork> = {
  nat: testNetwork(),
  'nat-per-zone': testNetwork({ egress: 'nat-per-zone' }),
  'nat-instance': testNetwork({ egress: 'nat-instance' }),
  endpoints: testNetwork({ egress: 'endpoints' }),
};
const named = (name: string): TestNetwork => {
  const network = networks[name];
  if (!network) throw new Error(`No network ${name}.`);
  return network;
};

function openings({ all }: TestNetwork): unknown[] {
  const inline = all('AWS::EC2::SecurityGroup').flatMap(
    ({ SecurityGroupIngress = [] }) => SecurityGroupIngress,
  );
  return [...inline, ...all('AWS::EC2::SecurityGroupIngress')];
}

describe.each(Object.keys(networks))('with egress: %s', (egress) => {
  const network = named(egress);

  test('each zone has a public, a private and an isolated subnet', () => {
    const zones = network.all('AWS::EC2::Subnet').map(({ AvailabilityZone }) => AvailabilityZone);
    expect(zones.toSorted()).toEqual(['eu-west-1a', 'eu-west-1b'].flatMap((zone) => [zone, zone, zone]));
  });

  test('every tier can be selected by name', () => {
    const { vpc } = network.stack;
    for (const tier of [publicSubnets, privateSubnets, isolatedSubnets]) {
      expect(vpc.selectSubnets(tier).subnets).toHaveLength(2);
    }
  });

  test('nothing gets a public address by itself', () => {
    for (const subnet of network.all('AWS::EC2::Subnet')) expect(subnet.MapPublicIpOnLaunch).toBe(false);
  });

  test('the isolated tier has no way out', () => {
    expect(network.defaultRoutes('isolated')).toEqual([]);
  });

  test('S3 is reached without leaving the network, from every subnet', () => {
    const [gateway, ...others] = network
      .all('AWS::EC2::VPCEndpoint')
      .filter(({ VpcEndpointType }) => VpcEndpointType === 'Gateway');
    expect(others).toEqual([]);
    expect(gateway?.ServiceName).toMatchObject({
      'Fn::Join': [expect.anything(), expect.arrayContaining(['.s3'])],
    });
    expect(gateway?.RouteTableIds).toHaveLength(6);
  });

  test('no security group is open to the internet, and the default one allows nothing', () => {
    expect(JSON.stringify(openings(network))).not.toMatch(/0\.0\.0\.0\/0|::\/0/);
    network.template.resourceCountIs('Custom::VpcRestrictDefaultSG', 1);
  });

  test('connections are recorded, with a retention', () => {
    network.template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL' });
    network.template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('AwsSolutions finds nothing', () => {
    expect(new AwsSolutionsChecks().validateScope(network.stack).violations).toEqual([]);
  });
});

describe('the way out of the private tier', () => {
  test('nat: one gateway for all zones', () => {
    named('nat').template.resourceCountIs('AWS::EC2::NatGateway', 1);
    expect(named('nat').defaultRoutes('private')).toEqual(['NatGatewayId', 'NatGatewayId']);
  });

  test('nat-per-zone: a zone that fails takes no other one offline', () => {
    const { all, defaultRoutes } = named('nat-per-zone');
    expect(new Set(all('AWS::EC2::NatGateway').map(({ SubnetId }) => JSON.stringify(SubnetId))).size).toBe(2);
    expect(defaultRoutes('private')).toEqual(['NatGatewayId', 'NatGatewayId']);
  });

  test('endpoints: there is none, and no other', () => {
    const { template, defaultRoutes } = named('endpoints');
    template.resourceCountIs('AWS::EC2::NatGateway', 0);
    template.resourceCountIs('AWS::EC2::Instance', 0);
    expect(defaultRoutes('private')).toEqual([]);
  });

  describe('nat-instance', () => {
    const { template, all, defaultRoutes } = named('nat-instance');
    const [instance = {}, ...others] = all('AWS::EC2::Instance');

    test('one small Graviton instance passes on what is not for itself', () => {
      expect(others).toEqual([]);
      expect(instance).toMatchObject({ InstanceType: 't4g.nano', SourceDestCheck: false });
      expect(defaultRoutes('private')).toEqual(['InstanceId', 'InstanceId']);
      template.resourceCountIs('AWS::EC2::NatGateway', 0);
    });

    test('its image is found by CloudFormation, not by a look-up', () => {
      const image = instance.ImageId as { Ref: string };
      template.hasParameter(image.Ref, { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' });
    });

    test('only the private subnets can connect, and there is no key', () => {
      const privateRanges = all('AWS::EC2::Subnet')
        .filter(({ Tags }) => JSON.stringify(Tags).includes('"private"'))
        .map(({ CidrBlock }) => CidrBlock);
      const callers = openings(named('nat-instance')).map((rule) => (rule as { CidrIp: string }).CidrIp);
      expect(callers.toSorted()).toEqual(privateRanges.toSorted());
      expect(instance).not.toHaveProperty('KeyName');
    });

    test('its disk is encrypted and its metadata need a session token', () => {
      expect(instance).toMatchObject({
        BlockDeviceMappings: [{ Ebs: { Encrypted: true, VolumeType: 'gp3' } }],
        MetadataOptions: { HttpTokens: 'required' },
      });
    });
  });
});

describe('without any internet, AWS is reached through the network', () => {
  const services = ({ all }: TestNetwork) =>
    all('AWS::EC2::VPCEndpoint')
      .filter(({ VpcEndpointType }) => VpcEndpointType === 'Interface')
      .map(({ ServiceName }) => String(ServiceName).replace('com.amazonaws.eu-west-1.', ''))
      .toSorted();
  const withTargets = (targets: DeploymentInput['targets'], live: DeploymentInput['live']) =>
    testNetwork({ egress: 'endpoints' }, { targets, live });

  test('images, logs, secrets and the model', () => {
    expect(services(named('endpoints'))).toEqual([
      'bedrock-runtime',
      'ecr.api',
      'ecr.dkr',
      'logs',
      'secretsmanager',
    ]);
  });

  test('a shell, when tasks may have one', () => {
    expect(services(withTargets({ fargate: { exec: true } }, 'fargate'))).toContain('ssmmessages');
  });

  test("the ECS agent's and Session Manager's, when tasks run on instances of one's own", () => {
    expect(services(withTargets({ ec2: {} }, 'ec2'))).toEqual(
      expect.arrayContaining(['ecs', 'ecs-agent', 'ecs-telemetry', 'ssm', 'ssmmessages']),
    );
  });

  test('from inside the VPC only, over HTTPS, under their public names', () => {
    expect(openings(named('endpoints'))).toEqual([
      expect.objectContaining({ CidrIp: '10.0.0.0/16', FromPort: 443, ToPort: 443 }),
    ]);
    for (const endpoint of named('endpoints').all('AWS::EC2::VPCEndpoint')) {
      if (endpoint.VpcEndpointType === 'Interface') expect(endpoint.PrivateDnsEnabled).toBe(true);
    }
  });
});

describe('address ranges', () => {
  const ranges = ({ all }: TestNetwork) =>
    all('AWS::EC2::Subnet').map(({ CidrBlock }) => CidrBlock as string);

  test('a third zone moves no subnet that is there', () => {
    const two = ranges(named('nat'));
    const three = ranges(testNetwork({}, threeZones));
    expect(three).toHaveLength(9);
    expect(three).toEqual(expect.arrayContaining(two));
  });

  test.each(['10.0.0.0/16', '10.0.0.0/22'])('%s has room for three zones', (cidr) => {
    expect(new Set(ranges(testNetwork({ cidr }, threeZones))).size).toBe(9);
  });

  test('another way out moves no subnet', () => {
    for (const network of Object.values(networks)) expect(ranges(network)).toEqual(ranges(named('nat')));
  });
});

describe('in a VPC that is there already', () => {
  const network = testNetwork({ existingVpc });
  const { vpc } = network.stack;

  test('its tiers are the ones stated', () => {
    expect(vpc.selectSubnets(publicSubnets).subnetIds).toEqual(existingVpc.publicSubnetIds);
    expect(vpc.selectSubnets(privateSubnets).subnetIds).toEqual(existingVpc.privateSubnetIds);
    expect(vpc.selectSubnets(isolatedSubnets).subnetIds).toEqual(existingVpc.isolatedSubnetIds);
  });

  test('nothing is added but a flow log of its own', () => {
    network.template.resourceCountIs('AWS::EC2::Subnet', 0);
    network.template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
    network.template.hasResourceProperties('AWS::EC2::FlowLog', { ResourceId: existingVpc.id });
  });

  test('it may lack a public tier', () => {
    const { stack } = testNetwork({ existingVpc: { ...existingVpc, publicSubnetIds: [] } });
    expect(stack.vpc.publicSubnets).toEqual([]);
    expect(stack.vpc.selectSubnets(privateSubnets).subnetIds).toEqual(existingVpc.privateSubnetIds);
  });
});

test('without stated zones CloudFormation picks two', () => {
  const { all } = testNetwork({}, { aws: { region: 'eu-west-1' } });
  const zones = all('AWS::EC2::Subnet').map(({ AvailabilityZone }) => AvailabilityZone);
  expect(zones).toHaveLength(6);
  for (const zone of zones) expect(zone).toHaveProperty(['Fn::Select', 1, 'Fn::GetAZs']);
});

describe('D5: zones that are stated by id', () => {
  const byId = testNetwork({}, { aws: { region: 'us-east-1', zones: ['use1-az4', 'use1-az6'] } });

  test('each tier has a subnet in each of them, and none by name', () => {
    const subnets = byId.all('AWS::EC2::Subnet');
    expect(subnets.map(({ AvailabilityZoneId }) => AvailabilityZoneId).toSorted()).toEqual(
      ['use1-az4', 'use1-az6'].flatMap((zone) => [zone, zone, zone]),
    );
    expect(subnets.filter((subnet) => 'AvailabilityZone' in subnet)).toEqual([]);
  });

  test.each(['nat', 'nat-per-zone', 'nat-instance', 'endpoints'] as const)(
    'with egress: %s no resource takes an id for a name',
    (egress) => {
      const { template } = testNetwork(
        { egress },
        { aws: { region: 'us-east-1', zones: ['use1-az4', 'use1-az6'] } },
      );
      const text = JSON.stringify(template.toJSON()).replaceAll(/"AvailabilityZoneId":"use1-az\d"/g, '');
      expect(text).not.toContain('use1-az');
    },
  );

  test('nothing else differs from zones that are stated by name', () => {
    const byName = testNetwork({}, { aws: { region: 'us-east-1', zones: ['us-east-1a', 'us-east-1b'] } });
    const withoutZones = ({ all }: TestNetwork) =>
      all('AWS::EC2::Subnet').map((subnet) =>
        Object.fromEntries(Object.entries(subnet).filter(([name]) => !name.startsWith('AvailabilityZone'))),
      );
    expect(withoutZones(byId)).toEqual(withoutZones(byName));
    for (const type of ['AWS::EC2::NatGateway', 'AWS::EC2::Route', 'AWS::EC2::VPC'])
      expect(byId.all(type)).toEqual(byName.all(type));
  });
});
