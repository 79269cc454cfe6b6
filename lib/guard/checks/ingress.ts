import type { AssemblyChange, ResourceChange, StackChange } from '../changes';
import { localReferences } from '../references';
import { readResources } from '../readers';
import type { Risk } from '../risk';

const elb = 'AWS::ElasticLoadBalancingV2';
const gone = (change: ResourceChange) => change.fate === 'replaced' || change.fate === 'removed';

/**
 * CloudFront takes no change to a VPC origin that a distribution uses, not even a tag, and no deletion.
 * https://github.com/aws/aws-cdk/issues/35765
 */
export function* originInUse(change: AssemblyChange): Iterable<Risk> {
  for (const { producer, resource, readers } of readResources(change)) {
    if (resource.type !== 'AWS::CloudFront::VpcOrigin' || resource.fate === 'kept') continue;
    // Its removal is told with the other outputs in use.
    if (resource.fate === 'removed') continue;
    yield {
      kind: 'origin-in-use',
      stack: producer.id,
      resources: [resource.logicalId],
      message: `VPC origin ${resource.logicalId} changes (${resource.properties.join(', ')}) while the distribution of ${readers.join(' and ')} uses it. CloudFront refuses that.`,
    };
  }
}

/** A target group belongs to one load balancer; a new load balancer cannot take the group of the old one. */
export function* targetGroupShared({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const stack of stacks)
    for (const group of ofType(stack, `${elb}::TargetGroup`)) {
      if (gone(group)) continue;
      const [earlier, later] = [stack.before, stack.after].map((template) =>
        loadBalancersOf(group.logicalId, template.Resources),
      );
      const replaced = earlier?.filter((id) => {
        const balancer = stack.resources.get(id);
        return balancer !== undefined && (gone(balancer) || !later?.includes(id));
      });
      if (!replaced?.length || !later?.length) continue;
      yield {
        kind: 'target-group-shared',
        stack: stack.id,
        resources: [group.logicalId, ...replaced],
        message: `Target group ${group.logicalId} stays while its load balancer ${replaced.join(', ')} is replaced. A target group belongs to one load balancer, so the new one cannot use it.`,
      };
    }
}

/** The rule forwards to the new group before a task is registered there, so requests fail until the service is updated. */
export function* trafficCut({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const stack of stacks)
    for (const rule of ofType(stack, `${elb}::ListenerRule`)) {
      if (gone(rule) || !rule.after) continue;
      const groups = localReferences(rule.before.Properties?.Actions);
      const later = localReferences(rule.after.Properties?.Actions);
      const survivors = groups.filter((id) => {
        const group = stack.resources.get(id);
        return group !== undefined && !gone(group) && later.includes(id);
      });
      if (groups.length === 0 || survivors.length > 0) continue;
      yield {
        kind: 'traffic-cut',
        stack: stack.id,
        resources: [rule.logicalId, ...new Set(groups)],
        message: `Every target group of listener rule ${rule.logicalId} is replaced. The rule forwards to a group without tasks until the service has new ones.`,
      };
    }
}

/** CloudFront sends requests to the port and the protocol of before until the edge is deployed. */
export function* listenerInUse(change: AssemblyChange): Iterable<Risk> {
  const read = new Set(readResources(change).map(({ resource }) => resource));
  for (const stack of change.stacks)
    for (const listener of ofType(stack, `${elb}::Listener`)) {
      if (!isListenerRead(listener, stack, read)) continue;
      const moves = listener.properties.some((name) => name === 'Port' || name === 'Protocol');
      const rules = ofType(stack, `${elb}::ListenerRule`).filter(({ before }) =>
        localReferences(before.Properties?.ListenerArn).includes(listener.logicalId),
      );
      const silent = rules.length > 0 && rules.every(gone);
      if (!gone(listener) && !moves && !silent) continue;
      const how = gone(listener)
        ? `is ${listener.fate}`
        : moves
          ? `changes ${listener.properties.join(', ')}`
          : 'loses its rules';
      yield {
        kind: 'listener-in-use',
        stack: stack.id,
        resources: [listener.logicalId],
        message: `Listener ${listener.logicalId} ${how} while the deployed edge still sends requests to it.`,
      };
    }
}

/** CloudFront uses the listener of the protocol of its VPC origin; everyone else the HTTPS listener of a public load balancer. */
function isListenerRead(
  { before }: ResourceChange,
  stack: StackChange,
  read: ReadonlySet<ResourceChange>,
): boolean {
  const [balancer] = localReferences(before.Properties?.LoadBalancerArn);
  const balancerChange = stack.resources.get(balancer ?? '');
  const origins = ofType(stack, 'AWS::CloudFront::VpcOrigin').filter((origin) =>
    localReferences(origin.before.Properties).includes(balancer ?? ''),
  );
  if (origins.length === 0) return balancerChange !== undefined && read.has(balancerChange);
  const protocol = String(before.Properties?.Protocol).toLowerCase();
  return origins.some((origin) => {
    const config = origin.before.Properties?.VpcOriginEndpointConfig;
    const policy: unknown =
      typeof config === 'object' && config !== null ? Reflect.get(config, 'OriginProtocolPolicy') : undefined;
    return read.has(origin) && policy === `${protocol}-only`;
  });
}

/** ECS moves the weights of the rule; a stack update that touches it moves them back to tasks that are gone. */
export function* ruleInRollout({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const stack of stacks) {
    const shifts = ofType(stack, 'AWS::ECS::Service').some(({ before }) => {
      const configuration = before.Properties?.DeploymentConfiguration;
      const strategy: unknown =
        typeof configuration === 'object' && configuration !== null && 'Strategy' in configuration
          ? configuration.Strategy
          : 'ROLLING';
      return strategy !== 'ROLLING';
    });
    if (!shifts) continue;
    for (const rule of ofType(stack, `${elb}::ListenerRule`)) {
      if (rule.fate !== 'updated' || !rule.properties.includes('Actions')) continue;
      yield {
        kind: 'rule-in-rollout',
        stack: stack.id,
        resources: [rule.logicalId],
        message: `Listener rule ${rule.logicalId} changes its weights, which ECS has moved since. The update sends every request to the target group of the first release, which may have no tasks.`,
      };
    }
  }
}

function ofType(stack: StackChange, type: string): ResourceChange[] {
  return [...stack.resources.values()].filter((change) => change.type === type);
}

/** Load balancers whose listeners or rules forward to a target group. */
function loadBalancersOf(group: string, resources: StackChange['before']['Resources']): string[] {
  const listenersOf = Object.entries(resources).flatMap(([id, { Type, Properties }]) => {
    if (Type === `${elb}::Listener` && localReferences(Properties?.DefaultActions).includes(group))
      return [id];
    if (Type === `${elb}::ListenerRule` && localReferences(Properties?.Actions).includes(group))
      return localReferences(Properties?.ListenerArn);
    return [];
  });
  const balancers = listenersOf.flatMap((id) => localReferences(resources[id]?.Properties?.LoadBalancerArn));
  return [...new Set(balancers)];
}

/** New tasks answer the new path; the deployed ones may not, and the load balancer takes them out before new ones come. */
export function* healthPathChanges({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const stack of stacks)
    for (const group of ofType(stack, `${elb}::TargetGroup`)) {
      if (group.fate !== 'updated' || !group.properties.includes('HealthCheckPath')) continue;
      const [earlier, later] = [group.before, group.after].map((resource) =>
        String(resource?.Properties?.HealthCheckPath),
      );
      yield {
        kind: 'health-path-changes',
        stack: stack.id,
        resources: [group.logicalId],
        message: `The health check of ${group.logicalId} changes from ${earlier} to ${later} before new tasks start. Deployed tasks that do not answer ${later} are stopped.`,
      };
    }
}
