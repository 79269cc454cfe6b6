import type { Template } from '../../plan/assembly';
import type { AssemblyChange } from '../changes';
import { isReplaceable } from '../readers';
import { localReferences, outputReferences } from '../references';
import type { Risk } from '../risk';

/** A deployment file never deletes a stack, so what it no longer has stays as it was, with all that reads it. */
export function* stackLeft({ stacks, left, before }: AssemblyChange): Iterable<Risk> {
  if (stacks.length === 0 && left.length > 0) {
    yield {
      kind: 'another-deployment',
      stack: left[0]?.id ?? '',
      resources: [],
      message: `The earlier assembly has the stacks ${left.map(({ name }) => name).join(', ')}, and this one has none of them. These are two deployments: name, account or region differs.`,
    };
    return;
  }
  for (const { id, name } of left) {
    const readers = before.filter(
      (stack) =>
        stack.name !== name &&
        !isReplaceable(stack) &&
        outputReferences(stack.template).some(({ stackName }) => stackName === name),
    );
    if (readers.length === 0 && !id.startsWith('edge')) continue;
    yield {
      kind: 'stack-left',
      stack: id,
      resources: [],
      message:
        readers.length > 0
          ? `Stack ${name} is no longer part of the deployment while ${readers.map((stack) => stack.name).join(' and ')} still sends traffic to it.`
          : `Stack ${name} is no longer part of the deployment. It stays in the account and keeps the DNS names and the distribution that the new stack needs.`,
    };
  }
}

/**
 * A cluster's capacity providers can be taken from it only when no service uses them, so each service
 * must depend on the association: it is then deleted first.
 */
export function* capacityBeforeService({ after }: AssemblyChange): Iterable<Risk> {
  for (const { id, template } of after) {
    const associations = Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === 'AWS::ECS::ClusterCapacityProviderAssociations')
      .map(([logicalId]) => logicalId);
    for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type !== 'AWS::ECS::Service' || !Properties?.CapacityProviderStrategy) continue;
      const needed = dependenciesOf(logicalId, template);
      const missing = associations.filter((association) => !needed.has(association));
      if (missing.length === 0) continue;
      yield {
        kind: 'capacity-before-service',
        stack: id,
        resources: [logicalId, ...missing],
        message: `Service ${logicalId} does not depend on ${missing.join(', ')}. A deletion can take the capacity from the cluster before the service has ended.`,
      };
    }
  }
}

/** Everything that CloudFormation makes before a resource. */
function dependenciesOf(logicalId: string, { Resources }: Template, seen = new Set<string>()): Set<string> {
  const resource = Resources[logicalId];
  if (!resource) return seen;
  for (const dependency of [resource.DependsOn ?? [], localReferences(resource.Properties)].flat()) {
    if (seen.has(dependency)) continue;
    seen.add(dependency);
    dependenciesOf(dependency, { Resources }, seen);
  }
  return seen;
}
