import { writePath } from '../report/found';
import type { ParsedFields } from '../schema';
import { formatAddress, overlap, parseCidr, within } from './ipv4';
import type { Rule } from './rule';

interface Range {
  readonly path: string;
  readonly cidr: string;
}

/** The address range of the VPC. */
export function vpcRange({ network }: Pick<ParsedFields, 'network'>): Range {
  return network.existingVpc
    ? { path: 'network.existingVpc.cidr', cidr: network.existingVpc.cidr }
    : { path: 'network.cidr', cidr: network.cidr };
}

/** Address ranges of networks that the VPC reaches by peering or VPN. */
export function peerRanges({ network }: Pick<ParsedFields, 'network'>): Range[] {
  return network.peerCidrs.map((cidr, index) => ({ path: `network.peerCidrs.${index}`, cidr }));
}

/** Every address range that the file states. */
const ranges = (deployment: ParsedFields) => [vpcRange(deployment), ...peerRanges(deployment)];

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const rightSize: Rule = function* (deployment) {
  const { path, cidr } = vpcRange(deployment);
  const isNew = !deployment.network.existingVpc;
  const smallest = isNew ? 22 : 28;
  const { prefix } = parseCidr(cidr);
  if (prefix >= 16 && prefix <= smallest) return;
  yield {
    path,
    rule: isNew
      ? 'must be a /16 to a /22: AWS has no larger VPC, and three tiers in three zones do not fit a smaller one'
      : 'must be a /16 to a /28, as every VPC is; state the range that has the subnets when the VPC has several',
    instead: `'${cidr.split('/')[0] ?? ''}/${prefix < 16 ? 16 : smallest}'`,
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

/**
 * Ranges with a meaning of their own, in which no network can be. EC2 refuses them.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const reserved: readonly (readonly [cidr: string, meaning: string])[] = [
  ['0.0.0.0/8', 'this network'],
  ['127.0.0.0/8', 'the host itself'],
  ['169.254.0.0/16', 'link-local addresses, among them the metadata service'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'future use'],
];

const notReserved: Rule = function* (deployment) {
  for (const { path, cidr } of ranges(deployment)) {
    const clash = reserved.find(([range]) => overlap(parseCidr(range), parseCidr(cidr)));
    if (!clash) continue;
    const [range, meaning] = clash;
    yield {
      path,
      rule: `must not overlap ${range}, which is reserved for ${meaning}; EC2 refuses it`,
      instead: "a private range, such as '10.0.0.0/16'",
    };
  }
};

/** Range of Docker's bridge. The application's tasks on instances of one's own are in it. */
export const dockerBridge = '172.17.0.0/16';

/**
 * Docker on the instance sends packets for addresses of its bridge to the bridge.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
const besideTheDockerBridge: Rule = function* (deployment) {
  const { path, cidr } = vpcRange(deployment);
  if (!deployment.targets.ec2 || !overlap(parseCidr(dockerBridge), parseCidr(cidr))) return;
  yield {
    path,
    rule: `must not overlap ${dockerBridge} with targets.ec2: it is the range of Docker's bridge on the instances, and packets of the tasks to the database would end there`,
    instead: "a range outside it, such as '10.0.0.0/16', or another target",
  };
};

/** https://www.rfc-editor.org/rfc/rfc1918, and rfc6598 and rfc2544 for the last two. */
const notOnTheInternet = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '198.18.0.0/15'];

/** Whether the internet has hosts with addresses of a range. */
export function isPublicRange(cidr: string): boolean {
  return !notOnTheInternet.some((range) => within(parseCidr(cidr), parseCidr(range)));
}

export const addressRules: readonly Rule[] = [
  notReserved,
  rightSize,
  aligned,
  noOverlap,
  besideTheDockerBridge,
];
