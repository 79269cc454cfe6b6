import type { ZoneService } from '../regions/zones';
import { architectureOf } from '../sizes/compute-instances';
import type { ParsedFields } from './schema';

/** Graviton is the processor of tasks on Fargate here and of instance types such as t4g, m7g and r7g. */
const gravitonType = /^[a-z]+\d+g\./;

/** What a deployment uses that single zones may lack. */
export function zoneServicesOf(deployment: ParsedFields): ZoneService[] {
  const { targets, network } = deployment;
  const onFargate = targets.fargate !== undefined || targets.express !== undefined;
  const used: readonly (readonly [ZoneService, boolean])[] = [
    ['CloudFront VPC origins', usesVpcOrigin(deployment)],
    ['Fargate', onFargate],
    ['Graviton', onFargate || usesGraviton(deployment)],
    ['NAT gateways', !network.existingVpc && (network.egress === 'nat' || network.egress === 'nat-per-zone')],
  ];
  return used.filter(([, isUsed]) => isUsed).map(([service]) => service);
}

/** CloudFront reaches an internal load balancer through a VPC origin; App Runner's endpoint is public. */
function usesVpcOrigin({ edge, targets }: ParsedFields): boolean {
  if (edge.cdn !== true || edge.loadBalancer !== 'internal') return false;
  return targets.fargate !== undefined || targets.ec2 !== undefined || targets.express !== undefined;
}

function usesGraviton({ targets, database, cache, network }: ParsedFields): boolean {
  return (
    (targets.ec2 !== undefined && architectureOf(targets.ec2.instanceType) === 'arm64') ||
    gravitonType.test(database.instance) ||
    (cache !== 'none' && gravitonType.test(cache.node)) ||
    (!network.existingVpc && network.egress === 'nat-instance')
  );
}
