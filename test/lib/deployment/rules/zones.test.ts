import { problemsOf, smallest, testRules } from '../rule-cases';

const region = 'eu-west-1';

const vpcIn = (zones: string[]) => ({
  id: 'vpc-0abc12345',
  cidr: '10.1.0.0/16',
  zones,
  publicSubnetIds: [],
  privateSubnetIds: ['subnet-0abc12340', 'subnet-0abc12341'],
  isolatedSubnetIds: ['subnet-0abc12350', 'subnet-0abc12351'],
});

testRules('zones', [
  {
    rule: 'Multi-AZ needs two zones',
    passes: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b'] }, database: { multiAz: true } },
    fails: { aws: { region, zones: ['eu-west-1a'] }, database: { multiAz: true } },
    at: 'aws.zones',
    because: 'must have 2 or 3 zones: a DB subnet group, a load balancer and Multi-AZ need two',
    instead: 'two or three zones, or no aws.zones to get two of the region',
  },
  {
    rule: 'without Multi-AZ a load balancer and the subnet group still need two',
    passes: { database: { multiAz: false }, cache: { multiAz: false } },
    fails: {
      aws: { region, zones: ['eu-west-1a'] },
      database: { multiAz: false },
      cache: { multiAz: false },
    },
    at: 'aws.zones',
    because: 'must have 2 or 3 zones: a DB subnet group, a load balancer and Multi-AZ need two',
    instead: 'two or three zones, or no aws.zones to get two of the region',
  },
  {
    rule: 'zones belong to the region',
    passes: { aws: { region, zones: ['eu-west-1b', 'eu-west-1c'] } },
    fails: { aws: { region, zones: ['eu-west-1a', 'eu-west-2b'] } },
    at: 'aws.zones[1]',
    because: "must be a zone of the deployment's region, eu-west-1",
    instead: "'eu-west-1b'",
  },
  {
    rule: 'each zone is named once',
    passes: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] } },
    fails: { aws: { region, zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1a'] } },
    at: 'aws.zones[2]',
    because: 'must differ from aws.zones[0]; two subnets in one zone fail together',
    instead: 'each zone once',
  },
  {
    rule: 'the zones of an existing VPC differ as well',
    passes: { network: { existingVpc: vpcIn(['eu-west-1a', 'eu-west-1b']) } },
    fails: { network: { existingVpc: vpcIn(['eu-west-1a', 'eu-west-1a']) } },
    at: 'network.existingVpc.zones[1]',
    because: 'must differ from network.existingVpc.zones[0]; two subnets in one zone fail together',
    instead: 'each zone once',
  },
  {
    rule: 'the zones of an existing VPC belong to the region',
    passes: { network: { existingVpc: vpcIn(['eu-west-1b', 'eu-west-1c']) } },
    fails: { network: { existingVpc: vpcIn(['eu-west-1b', 'us-east-1c']) } },
    at: 'network.existingVpc.zones[1]',
    because: "must be a zone of the deployment's region, eu-west-1",
    instead: "'eu-west-1c'",
  },
  {
    rule: 'zones may be stated by id, in the region of the deployment',
    passes: { aws: { region, zones: ['euw1-az1', 'euw1-az3'] } },
    fails: { aws: { region, zones: ['euw1-az1', 'use1-az2'] } },
    at: 'aws.zones[1]',
    because: "must be a zone of the deployment's region, eu-west-1",
    instead: "'euw1-az1', 'euw1-az2', 'euw1-az3'",
  },
  {
    rule: 'a name and an id do not stand side by side, as they may mean one zone',
    passes: { aws: { region, zones: ['euw1-az1', 'euw1-az2'] } },
    fails: { aws: { region, zones: ['euw1-az1', 'eu-west-1b'] } },
    at: 'aws.zones',
    because: 'must name all zones in the same way, as a name and an id may mean one zone',
    instead: 'names only, or ids only',
  },
  {
    rule: 'a zone without CloudFront VPC origins and Graviton is not used for them',
    passes: { aws: { region: 'us-east-1', zones: ['use1-az1', 'use1-az6'] } },
    fails: { aws: { region: 'us-east-1', zones: ['use1-az1', 'use1-az3'] } },
    at: 'aws.zones[1]',
    because:
      'must be a zone with everything that this deployment uses; use1-az3 has no CloudFront VPC origins and no Graviton (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html)',
    instead: "'use1-az1', 'use1-az2', 'use1-az4', 'use1-az5', 'use1-az6'",
  },
  {
    rule: 'a zone without Fargate holds no tasks of it',
    passes: { aws: { region: 'us-west-1', zones: ['usw1-az1', 'usw1-az3'] } },
    fails: {
      aws: { region: 'us-west-1', zones: ['usw1-az1', 'usw1-az2'] },
      targets: { express: {} },
      live: 'express',
      vectors: 'embedded',
      edge: { cdn: { enabled: false, optOutReason: 'a partner has a CDN in front' } },
    },
    at: 'aws.zones[1]',
    because:
      'must be a zone with everything that this deployment uses; usw1-az2 has no Fargate (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html)',
    instead: "'usw1-az1', 'usw1-az3'",
  },
  {
    rule: 'the ids of an existing VPC are checked as well',
    passes: {
      aws: { region: 'ap-northeast-1' },
      network: { existingVpc: vpcIn(['apne1-az1', 'apne1-az4']) },
    },
    fails: {
      aws: { region: 'ap-northeast-1' },
      network: { existingVpc: vpcIn(['apne1-az1', 'apne1-az3']) },
    },
    at: 'network.existingVpc.zones[1]',
    because:
      'must be a zone with everything that this deployment uses; apne1-az3 has no CloudFront VPC origins and no Fargate (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html)',
    instead: "'apne1-az1', 'apne1-az2', 'apne1-az4'",
  },
]);

test('a zone may lack what a deployment does not use', () => {
  const withoutAny = {
    aws: { region: 'us-east-1', zones: ['use1-az3', 'use1-az1'] },
    targets: { ec2: { instanceType: 't3.medium', tasks: { max: 1 } } },
    live: 'ec2',
    vectors: 'embedded',
    cache: 'none',
    database: { instance: 't3.micro', pool: { connections: 4, overflow: 4 } },
    domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
    edge: {
      cdn: { enabled: false, optOutReason: 'a partner has a CDN in front' },
      waf: { enabled: false, optOutReason: 'a partner has a firewall' },
      loadBalancer: 'public',
    },
    network: { egress: 'endpoints' },
  };
  expect(problemsOf({ ...smallest, ...withoutAny })).toEqual([]);
});
