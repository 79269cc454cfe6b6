import { formatAddress, overlap, parseCidr } from '../../../../lib/deployment/rules/ipv4';
import { testRules } from '../rule-cases';

const subnets = ['subnet-0abc12340', 'subnet-0abc12341'];
const vpc = {
  id: 'vpc-0abc12345',
  cidr: '10.1.0.0/16',
  zones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: [] as string[],
  privateSubnetIds: subnets,
  isolatedSubnetIds: subnets,
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
    because: /\/16 to a \/22/,
    instead: /^10\.0\.0\.0\/16$/,
  },
  {
    rule: 'a VPC is a /22 at least',
    passes: { network: { cidr: '10.8.4.0/22' } },
    fails: { network: { cidr: '10.8.4.0/24' } },
    at: 'network.cidr',
    because: /do not fit a smaller one/,
    instead: /^10\.8\.4\.0\/22$/,
  },
  {
    rule: 'a range starts at its first address',
    passes: { network: { cidr: '10.8.16.0/20' } },
    fails: { network: { cidr: '10.8.17.0/20' } },
    at: 'network.cidr',
    because: /bits beyond \/20/,
    instead: /^10\.8\.16\.0\/20$/,
  },
  {
    rule: 'the VPC shares no address with a peer',
    passes: { network: { peerCidrs: ['10.1.0.0/16', '192.168.0.0/24'] } },
    fails: { network: { peerCidrs: ['192.168.0.0/24', '10.0.8.0/24'] } },
    at: 'network.peerCidrs[1]',
    because: /overlaps network\.cidr, 10\.0\.0\.0\/16/,
    instead: /no address/,
  },
  {
    rule: 'peers share no address with each other',
    passes: { network: { peerCidrs: ['192.168.0.0/25', '192.168.0.128/25'] } },
    fails: { network: { peerCidrs: ['192.168.0.0/24', '192.168.0.128/25'] } },
    at: 'network.peerCidrs[1]',
    because: /overlaps network\.peerCidrs\[0\]/,
    instead: /no address/,
  },
  {
    rule: 'an existing VPC has a subnet of each tier in each zone',
    passes: { network: { existingVpc: vpc } },
    fails: { network: { existingVpc: { ...vpc, privateSubnetIds: [...subnets, 'subnet-0abc12342'] } } },
    at: 'network.existingVpc.privateSubnetIds',
    because: /2 zones; it has 3/,
    instead: /2 subnet ids/,
  },
  {
    rule: 'the zones of an existing VPC are the only ones',
    passes: { aws: { region: 'eu-west-1', zones: vpc.zones }, network: { existingVpc: vpc } },
    fails: {
      aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1c'] },
      network: { existingVpc: vpc },
    },
    at: 'aws.zones',
    because: /network\.existingVpc\.zones/,
    instead: /no aws\.zones/,
  },
  {
    rule: 'a public load balancer in an existing VPC has public subnets',
    passes: {
      network: { existingVpc: { ...vpc, publicSubnetIds: subnets } },
      edge: { loadBalancer: 'public' },
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789' },
    },
    fails: {
      network: { existingVpc: vpc },
      edge: { loadBalancer: 'public' },
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789' },
    },
    at: 'network.existingVpc.publicSubnetIds',
    because: /public load balancer/,
    instead: /internal/,
  },
  {
    rule: 'so has the one that Express makes without a CDN',
    passes: { ...express, network: { existingVpc: { ...vpc, publicSubnetIds: subnets } } },
    fails: { ...express, network: { existingVpc: vpc } },
    at: 'network.existingVpc.publicSubnetIds',
    because: /public load balancer/,
    instead: /the CDN on/,
  },
]);

test('the highest address range is counted without overflow', () => {
  const network = parseCidr('255.255.255.0/24');
  expect([network.first, network.last].map(formatAddress)).toEqual(['255.255.255.0', '255.255.255.255']);
  expect(overlap(network, parseCidr('0.0.0.0/0'))).toBe(true);
});
