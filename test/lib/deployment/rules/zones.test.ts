import { testRules } from '../rule-cases';

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
]);
