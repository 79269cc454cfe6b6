import { formatAddress, overlap, parseCidr } from '../../../../lib/deployment/rules/ipv4';
import { reported, testRules } from '../rule-cases';

const vpc = {
  id: 'vpc-0abc12345',
  cidr: '10.1.0.0/16',
  zones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: [],
  privateSubnetIds: ['subnet-0abc12340', 'subnet-0abc12341'],
  isolatedSubnetIds: ['subnet-0abc12350', 'subnet-0abc12351'],
};
const onEc2 = { targets: { ec2: {} }, live: 'ec2', vectors: 'embedded' } as const;

testRules('addresses', [
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
    rule: 'two ranges that follow each other do not overlap, whichever comes first',
    passes: { network: { cidr: '10.8.0.0/16', peerCidrs: ['10.9.0.0/16', '10.7.0.0/16'] } },
    fails: { network: { cidr: '10.8.0.0/16', peerCidrs: ['10.0.0.0/8'] } },
    at: 'network.peerCidrs[0]',
    because: 'must not overlap network.cidr, 10.8.0.0/16; an address in both cannot be routed',
    instead: 'a range that shares no address with it',
  },
  {
    rule: 'a range that EC2 refuses is refused',
    passes: { network: { cidr: '100.64.0.0/16' } },
    fails: { network: { cidr: '127.0.0.0/16' } },
    at: 'network.cidr',
    because: 'must not overlap 127.0.0.0/8, which is reserved for the host itself; EC2 refuses it',
    instead: "a private range, such as '10.0.0.0/16'",
  },
  {
    rule: 'with tasks on the bridge of Docker the VPC shares no address with the bridge',
    passes: { ...onEc2, network: { cidr: '172.18.0.0/16' } },
    fails: { ...onEc2, network: { cidr: '172.17.16.0/20' } },
    at: 'network.cidr',
    because:
      "must not overlap 172.17.0.0/16 with targets.ec2: it is the range of Docker's bridge on the instances, and packets of the tasks to the database would end there",
    instead: "a range outside it, such as '10.0.0.0/16', or another target",
  },
  {
    rule: 'that holds for an existing VPC too',
    passes: { ...onEc2, network: { existingVpc: { ...vpc, cidr: '172.16.0.0/16' } } },
    fails: { ...onEc2, network: { existingVpc: { ...vpc, cidr: '172.17.0.0/16' } } },
    at: 'network.existingVpc.cidr',
    because:
      "must not overlap 172.17.0.0/16 with targets.ec2: it is the range of Docker's bridge on the instances, and packets of the tasks to the database would end there",
    instead: "a range outside it, such as '10.0.0.0/16', or another target",
  },
  {
    rule: 'an existing VPC is a /16 to a /28',
    passes: { network: { existingVpc: { ...vpc, cidr: '10.1.0.0/28' } } },
    fails: { network: { existingVpc: { ...vpc, cidr: '10.0.0.0/8' } } },
    at: 'network.existingVpc.cidr',
    because:
      'must be a /16 to a /28, as every VPC is; state the range that has the subnets when the VPC has several',
    instead: "'10.0.0.0/16'",
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

test.each([
  ['0.0.0.0/16', '0.0.0.0/8'],
  ['0.255.0.0/16', '0.0.0.0/8'],
  ['127.255.0.0/16', '127.0.0.0/8'],
  ['169.254.0.0/16', '169.254.0.0/16'],
  ['169.254.128.0/20', '169.254.0.0/16'],
  ['224.0.0.0/16', '224.0.0.0/4'],
  ['239.255.0.0/16', '224.0.0.0/4'],
  ['240.0.0.0/16', '240.0.0.0/4'],
  ['255.255.0.0/16', '240.0.0.0/4'],
])('%s is refused as a new VPC, as an existing one and as a peer', (cidr, range) => {
  const because = expect.stringContaining(`must not overlap ${range}, which is reserved for`);
  for (const [network, path] of [
    [{ cidr }, 'network.cidr'],
    [{ existingVpc: { ...vpc, cidr } }, 'network.existingVpc.cidr'],
    [{ peerCidrs: [cidr] }, 'network.peerCidrs[0]'],
  ] as const)
    expect(reported({ network })).toEqual([[path, because, expect.any(String)]]);
});

test.each([
  '1.0.0.0/16',
  '126.255.0.0/16',
  '128.0.0.0/16',
  '169.253.0.0/16',
  '169.255.0.0/16',
  '223.255.0.0/16',
])('%s is beside a reserved range, so it is allowed', (cidr) => {
  expect(reported({ network: { cidr } })).toEqual([]);
});

test('no other target has tasks on the bridge of Docker', () => {
  expect(reported({ network: { cidr: '172.17.0.0/16' } })).toEqual([]);
});
