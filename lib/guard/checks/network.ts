import type { AssemblyChange, ResourceChange } from '../changes';
import type { Risk } from '../risk';

const subnetsOf: Readonly<Record<string, string>> = {
  'AWS::ElastiCache::SubnetGroup': 'SubnetIds',
  'AWS::RDS::DBSubnetGroup': 'SubnetIds',
};

/** A store has interfaces in its subnets. RDS and ElastiCache let no subnet in use go, and EFS has one mount target a zone. */
export function* subnetInUse({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources } of stacks)
    for (const change of resources.values()) {
      const { logicalId, type, fate } = change;
      const conflict = type === 'AWS::EFS::MountTarget' ? fate === 'replaced' : losesSubnet(change);
      if (!conflict) continue;
      yield {
        kind: 'subnet-in-use',
        stack: id,
        resources: [logicalId],
        message: `${type} ${logicalId} would leave a subnet that its store uses. AWS refuses that while the store has an interface there.`,
      };
    }
}

function losesSubnet({ type, before, after }: ResourceChange): boolean {
  const property = subnetsOf[type];
  if (property === undefined || !after) return false;
  const [earlier, later] = [before, after].map(({ Properties }) => {
    const subnets = Properties?.[property];
    return Array.isArray(subnets) ? subnets.map((subnet) => JSON.stringify(subnet)) : [];
  });
  return earlier?.some((subnet) => !later?.includes(subnet)) ?? false;
}

/**
 * ElastiCache switches automatic failover only while there is a replica, so a replica and its failover
 * cannot come, or go, in one update.
 * https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/383
 */
export function* failoverChanges({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources } of stacks)
    for (const { logicalId, type, properties } of resources.values()) {
      if (type !== 'AWS::ElastiCache::ReplicationGroup') continue;
      const together = ['NumCacheClusters', 'AutomaticFailoverEnabled'];
      if (!together.every((property) => properties.includes(property))) continue;
      yield {
        kind: 'failover-changes',
        stack: id,
        resources: [logicalId],
        message: `Cache ${logicalId} changes its number of nodes and automatic failover together. ElastiCache refuses automatic failover without a replica.`,
      };
    }
}
