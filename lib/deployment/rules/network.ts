import { writePath } from '../report/found';
import type { ParsedFields } from '../schema';
import { formatAddress, overlap, parseCidr } from './ipv4';
import type { Rule } from './rule';

const tiers = ['publicSubnetIds', 'privateSubnetIds', 'isolatedSubnetIds'] as const;

/** Every address range that the file states, with its path. */
function ranges({ network }: ParsedFields): { path: string; cidr: string }[] {
  return [
    network.existingVpc
      ? { path: 'network.existingVpc.cidr', cidr: network.existingVpc.cidr }
      : { path: 'network.cidr', cidr: network.cidr },
    ...network.peerCidrs.map((cidr, index) => ({ path: `network.peerCidrs.${index}`, cidr })),
  ];
}

const rightSize: Rule = function* ({ network: { cidr, existingVpc } }) {
  const { prefix } = parseCidr(cidr);
  if (existingVpc || (prefix >= 16 && prefix <= 22)) return;
  yield {
    path: 'network.cidr',
    rule: 'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one',
    instead: `'${cidr.split('/')[0] ?? ''}/${prefix < 16 ? 16 : 22}'`,
  };
};

const aligned: Rule = function* (deployment) {
  for (const { path, cidr } of ranges(deployment)) {
    const network = parseCidr(cidr);
    if (network.aligned) continue;
    yield {
      path,
      rule: `must start at the first address of its network; ${cidr} has bits beyond /${network.prefix}`,
      instead: `'${formatAddress(network.first)}/${network.prefix}'`,
    };
  }
};

/** Of two routes for one address only one can be used. */
const noOverlap: Rule = function* (deployment) {
  const all = ranges(deployment);
  for (const [index, { path, cidr }] of all.entries()) {
    const clash = all.slice(0, index).find((earlier) => overlap(parseCidr(earlier.cidr), parseCidr(cidr)));
    if (!clash) continue;
    yield {
      path,
      rule: `must not overlap ${writePath(clash.path.split('.'))}, ${clash.cidr}; an address in both cannot be routed`,
      instead: 'a range that shares no address with it',
    };
  }
};

const existingFitsTogether: Rule = function* ({ network: { existingVpc }, aws, edge, targets }) {
  if (!existingVpc) return;
  const { zones } = existingVpc;
  if (aws.zones && aws.zones.join() !== zones.join()) {
    yield {
      path: 'aws.zones',
      rule: `must equal network.existingVpc.zones (${zones.join(', ')}), which are used`,
      instead: 'no aws.zones',
    };
  }
  for (const tier of tiers) {
    const { length } = existingVpc[tier];
    if (length === zones.length || (length === 0 && tier === 'publicSubnetIds')) continue;
    yield {
      path: `network.existingVpc.${tier}`,
      rule: `must have one subnet for each of the ${zones.length} zones; it has ${length}`,
      instead: `${zones.length} subnet ids, in the order of the zones`,
    };
  }
  // Express makes a public load balancer when there is no CDN.
  const isPublic = edge.loadBalancer === 'public' || (edge.cdn !== true && targets.express !== undefined);
  if (!isPublic || existingVpc.publicSubnetIds.length > 0) return;
  yield {
    path: 'network.existingVpc.publicSubnetIds',
    rule: 'must not be empty, as the public load balancer is placed there',
    instead: `${zones.length} subnet ids, or edge.loadBalancer: 'internal' and edge.cdn: true`,
  };
};

/** A subnet is in one zone and has one route table, so it serves one tier in one zone. */
const subnetsOnce: Rule = function* ({ network: { existingVpc } }) {
  if (!existingVpc) return;
  const all = tiers.flatMap((tier) =>
    existingVpc[tier].map((id, index) => ({ id, path: `network.existingVpc.${tier}.${index}` })),
  );
  for (const [index, { id, path }] of all.entries()) {
    const first = all.find((other) => other.id === id);
    if (first === undefined || all.indexOf(first) === index) continue;
    yield {
      path,
      rule: `must differ from ${writePath(first.path.split('.'))}: a subnet serves one tier in one zone`,
      instead: 'each subnet once',
    };
  }
};

export const networkRules: readonly Rule[] = [
  rightSize,
  aligned,
  noOverlap,
  existingFitsTogether,
  subnetsOnce,
];
