import { isDeepStrictEqual } from 'node:util';
import type { DeploymentInput } from '../deployment';
import { loadBalancerCertificateOf } from '../deployment/certificates';
import type { ComparedSettings } from './compared-settings';

type Keep = NonNullable<DeploymentInput['keep']>;

/**
 * What `keep` must hold so that the later file can follow the earlier one in one deployment: each part that
 * the deployed version uses and the later file does not have.
 *
 * @returns undefined when there is no such part
 */
export function keepBetween(before: ComparedSettings, after: ComparedSettings): Keep | undefined {
  const keep: Keep = {
    ...keptCache(before, after),
    ...keptVectors(before, after),
    ...keptSecrets(before, after),
    ...keptLoadBalancer(before, after),
    ...keptDomain(before, after),
  };
  return Object.keys(keep).length === 0 ? undefined : keep;
}

function keptCache(before: ComparedSettings, after: ComparedSettings): Keep {
  return before.cache === 'none' || after.cache !== 'none' || after.keep.cache ? {} : { cache: before.cache };
}

function keptVectors(before: ComparedSettings, after: ComparedSettings): Keep {
  return before.vectors !== 'chroma' || after.vectors === 'chroma' || after.keep.vectors
    ? {}
    : { vectors: 'chroma' };
}

/** An entry that names an existing secret has no resource to keep. */
function keptSecrets(before: ComparedSettings, after: ComparedSettings): Keep {
  const later = after.container.secrets;
  const removed = Object.entries(before.container.secrets).flatMap(([name, source]) =>
    'generate' in source && !('generate' in (later[name] ?? {})) && !(name in after.keep.secrets)
      ? [[name, source] as const]
      : [],
  );
  return removed.length === 0 ? {} : { secrets: Object.fromEntries(removed) };
}

function keptLoadBalancer(before: ComparedSettings, after: ComparedSettings): Keep {
  const { loadBalancer } = before.edge;
  return loadBalancer === after.edge.loadBalancer || after.keep.loadBalancer || !hasLoadBalancer(before)
    ? {}
    : { loadBalancer };
}

function keptDomain(before: ComparedSettings, after: ComparedSettings): Keep {
  const { domain } = before;
  return domain === undefined ||
    domain.name === after.domain?.name ||
    after.keep.domain ||
    !hasLoadBalancer(before) ||
    !loadBalancerCertificateOf(domain, before.aws.region)
    ? {}
    : { domain };
}

/** Express and App Runner have load balancers of their own, which `edge` does not change. */
function hasLoadBalancer({ targets }: ComparedSettings): boolean {
  return targets.fargate !== undefined || targets.ec2 !== undefined;
}

/** Values of a field that a deployment has for its whole life. */
export interface FixedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fixed fields that differ: another value needs another network, region or account. */
export function fixedFieldsThatDiffer(before: ComparedSettings, after: ComparedSettings): FixedField[] {
  const subnets = ({ network: { existingVpc } }: ComparedSettings) =>
    existingVpc && { id: existingVpc.id, isolatedSubnetIds: existingVpc.isolatedSubnetIds };
  const fixed: Record<string, (settings: ComparedSettings) => unknown> = {
    name: ({ name }) => name,
    'aws.account': ({ aws }) => aws.account,
    'aws.region': ({ aws }) => aws.region,
    'aws.zones': ({ aws }) => aws.zones,
    'network.cidr': ({ network }) => (network.existingVpc ? undefined : network.cidr),
    'network.existingVpc': subnets,
  };
  return Object.entries(fixed)
    .map(([field, valueIn]) => ({ field, before: valueIn(before), after: valueIn(after) }))
    .filter((values) => !isDeepStrictEqual(values.before, values.after));
}
