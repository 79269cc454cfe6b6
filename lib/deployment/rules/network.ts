import { writePath } from '../report/found';
import type { Rule } from './rule';

const tiers = ['publicSubnetIds', 'privateSubnetIds', 'isolatedSubnetIds'] as const;

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

export const networkRules: readonly Rule[] = [existingFitsTogether, subnetsOnce];
