import { testRules } from '../rule-cases';

const subnets = ['subnet-0abc12340', 'subnet-0abc12341'];
const isolatedSubnets = ['subnet-0abc12350', 'subnet-0abc12351'];
const publicSubnets = ['subnet-0abc12360', 'subnet-0abc12361'];
const vpc = {
  id: 'vpc-0abc12345',
  cidr: '10.1.0.0/16',
  zones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: [] as string[],
  privateSubnetIds: subnets,
  isolatedSubnetIds: isolatedSubnets,
};

const express = {
  targets: { express: {} },
  live: 'express',
  vectors: 'embedded',
  edge: { cdn: { enabled: false, optOutReason: 'a partner has its own in front' } },
} as const;

testRules('network', [
  {
    rule: 'an existing VPC has a subnet of each tier in each zone',
    passes: { network: { existingVpc: vpc } },
    fails: { network: { existingVpc: { ...vpc, privateSubnetIds: [...subnets, 'subnet-0abc12342'] } } },
    at: 'network.existingVpc.privateSubnetIds',
    because: 'must have one subnet for each of the 2 zones; it has 3',
    instead: '2 subnet ids, in the order of the zones',
  },
  {
    rule: 'the zones of an existing VPC are the only ones',
    passes: { aws: { region: 'eu-west-1', zones: vpc.zones }, network: { existingVpc: vpc } },
    fails: {
      aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1c'] },
      network: { existingVpc: vpc },
    },
    at: 'aws.zones',
    because: 'must equal network.existingVpc.zones (eu-west-1a, eu-west-1b), which are used',
    instead: 'no aws.zones',
  },
  {
    rule: 'a public load balancer in an existing VPC has public subnets',
    passes: {
      network: { existingVpc: { ...vpc, publicSubnetIds: publicSubnets } },
      edge: { loadBalancer: 'public' },
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789' },
    },
    fails: {
      network: { existingVpc: vpc },
      edge: { loadBalancer: 'public' },
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789' },
    },
    at: 'network.existingVpc.publicSubnetIds',
    because: 'must not be empty, as the public load balancer is placed there',
    instead: "2 subnet ids, or edge.loadBalancer: 'internal' and edge.cdn: true",
  },
  {
    rule: 'so has the one that Express makes without a CDN',
    passes: { ...express, network: { existingVpc: { ...vpc, publicSubnetIds: publicSubnets } } },
    fails: { ...express, network: { existingVpc: vpc } },
    at: 'network.existingVpc.publicSubnetIds',
    because: 'must not be empty, as the public load balancer is placed there',
    instead: "2 subnet ids, or edge.loadBalancer: 'internal' and edge.cdn: true",
  },
  {
    rule: 'isolated subnets are one a zone',
    passes: { network: { existingVpc: { ...vpc, publicSubnetIds: publicSubnets } } },
    fails: {
      network: { existingVpc: { ...vpc, isolatedSubnetIds: [...isolatedSubnets, 'subnet-0abc12352'] } },
    },
    at: 'network.existingVpc.isolatedSubnetIds',
    because: 'must have one subnet for each of the 2 zones; it has 3',
    instead: '2 subnet ids, in the order of the zones',
  },
  {
    rule: 'public subnets are none or one a zone',
    passes: { network: { existingVpc: { ...vpc, publicSubnetIds: publicSubnets } } },
    fails: { network: { existingVpc: { ...vpc, publicSubnetIds: ['subnet-0abc12360'] } } },
    at: 'network.existingVpc.publicSubnetIds',
    because: 'must have one subnet for each of the 2 zones; it has 1',
    instead: '2 subnet ids, in the order of the zones',
  },
  {
    rule: 'a subnet belongs to one tier',
    passes: { network: { existingVpc: { ...vpc, isolatedSubnetIds: isolatedSubnets } } },
    fails: {
      network: { existingVpc: { ...vpc, isolatedSubnetIds: ['subnet-0abc12350', 'subnet-0abc12341'] } },
    },
    at: 'network.existingVpc.isolatedSubnetIds[1]',
    because: 'must differ from network.existingVpc.privateSubnetIds[1]: a subnet serves one tier in one zone',
    instead: 'each subnet once',
  },
]);
