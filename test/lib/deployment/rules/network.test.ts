import { formatAddress, overlap, parseCidr } from '../../../../lib/deployment/rules/ipv4';
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
    rule: 'a VPC is a /16 at most',
    passes: { network: { cidr: '10.8.0.0/16' } },
    fails: { network: { cidr: '10.0.0.0/8' } },
    at: 'network.cidr',
    because:
      'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one',
    instead: "'10.0.0.0/16'",
  },
  {
    rule: 'a VPC is a /22 at least',
    passes: { network: { cidr: '10.8.4.0/22' } },
    fails: { network: { cidr: '10.8.4.0/24' } },
    at: 'network.cidr',
    because:
      'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one',
    instead: "'10.8.4.0/22'",
  },
  {
    rule: 'a range starts at its first address',
    passes: { network: { cidr: '10.8.16.0/20' } },
    fails: { network: { cidr: '10.8.17.0/20' } },
    at: 'network.cidr',
    because: 'must start at the first address of its network; 10.8.17.0/20 has bits beyond /20',
    instead: "'10.8.16.0/20'",
  },
  {
    rule: 'the VPC shares no address with a peer',
    passes: { network: { peerCidrs: ['10.1.0.0/16', '192.168.0.0/24'] } },
    fails: { network: { peerCidrs: ['192.168.0.0/24', '10.0.8.0/24'] } },
    at: 'network.peerCidrs[1]',
    because: 'must not overlap network.cidr, 10.0.0.0/16; an address in both cannot be routed',
    instead: 'a range that shares no address with it',
  },
  {
    rule: 'peers share no address with each other',
    passes: { network: { peerCidrs: ['192.168.0.0/25', '192.168.0.128/25'] } },
    fails: { network: { peerCidrs: ['192.168.0.0/24', '192.168.0.128/25'] } },
    at: 'network.peerCidrs[1]',
    because: 'must not overlap network.peerCidrs[0], 192.168.0.0/24; an address in both cannot be routed',
    instead: 'a range that shares no address with it',
  },
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
    rule: 'a /23 is too small',
    passes: { network: { cidr: '10.8.0.0/22' } },
    fails: { network: { cidr: '10.8.0.0/23' } },
    at: 'network.cidr',
    because:
      'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one',
    instead: "'10.8.0.0/22'",
  },
  {
    rule: 'a /15 is too large',
    passes: { network: { cidr: '10.8.0.0/16' } },
    fails: { network: { cidr: '10.8.0.0/15' } },
    at: 'network.cidr',
    because:
      'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one',
    instead: "'10.8.0.0/16'",
  },
  {
    rule: 'an existing VPC may have any size but starts at its first address as well',
    passes: { network: { existingVpc: { ...vpc, cidr: '10.1.2.0/24' } } },
    fails: { network: { existingVpc: { ...vpc, cidr: '10.1.2.3/24' } } },
    at: 'network.existingVpc.cidr',
    because: 'must start at the first address of its network; 10.1.2.3/24 has bits beyond /24',
    instead: "'10.1.2.0/24'",
  },
  {
    rule: 'a peer shares no address with an existing VPC',
    passes: { network: { existingVpc: vpc, peerCidrs: ['10.2.0.0/16'] } },
    fails: { network: { existingVpc: vpc, peerCidrs: ['10.1.255.0/24'] } },
    at: 'network.peerCidrs[0]',
    because: 'must not overlap network.existingVpc.cidr, 10.1.0.0/16; an address in both cannot be routed',
    instead: 'a range that shares no address with it',
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
  {
    rule: 'two ranges that follow each other do not overlap, whichever comes first',
    passes: { network: { cidr: '10.8.0.0/16', peerCidrs: ['10.9.0.0/16', '10.7.0.0/16'] } },
    fails: { network: { cidr: '10.8.0.0/16', peerCidrs: ['10.0.0.0/8'] } },
    at: 'network.peerCidrs[0]',
    because: 'must not overlap network.cidr, 10.8.0.0/16; an address in both cannot be routed',
    instead: 'a range that shares no address with it',
  },
]);

test('the highest address range is counted without overflow', () => {
  const network = parseCidr('255.255.255.0/24');
  expect([network.first, network.last].map(formatAddress)).toEqual(['255.255.255.0', '255.255.255.255']);
  expect(overlap(network, parseCidr('0.0.0.0/0'))).toBe(true);
});

test('two ranges overlap when they share one address', () => {
  const network = (first: number, last: number) => ({ first, last, prefix: 0 });
  expect(overlap(network(0, 4), network(4, 8))).toBe(true);
  expect(overlap(network(4, 8), network(0, 4))).toBe(true);
  expect(overlap(network(0, 3), network(4, 8))).toBe(false);
  expect(overlap(network(4, 8), network(0, 3))).toBe(false);
});
